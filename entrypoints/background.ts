import { defineBackground } from 'wxt/utils/define-background';
import { speak } from '../components/words/language/language.ts';
import { noticeWords } from '../components/words/notice-words.ts';
import { followLanguage } from '../lib/extension/views/dress-page.ts';
import { startWorker } from '../lib/extension/worker/worker.ts';

export default defineBackground(() => {
  startWorker(noticeWords);
  followLanguage(speak);
});
