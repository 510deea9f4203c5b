import type { WidgetWords } from '../en/widget.ts';

/** What the widget says around the contact view, in Arabic. */
export const widgetArabic: WidgetWords = {
  unreachable: 'لا يستجيب الخادم المرافق.',
  tryAgain: 'إعادة المحاولة',
  blocked: 'منع المتصفح فتح نافذة تسجيل الدخول.',
  openInTab: 'فتح في علامة تبويب',
};

export { widgetArabic as words };
