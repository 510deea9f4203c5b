/** The browser's own window, for functions that run in it, as far as they use it. */
export interface ChromeWindow {
  PopupNotifications: { panel: Element & { state: string } };
  Services: { console: { getMessageArray(): ConsoleMessage[] } };
  SidebarController: { isOpen: boolean; browser: HTMLIFrameElement };
  WebExtensionPolicy: { getByID(id: string): { extension: ChromeExtension } };
  windowUtils: {
    sendMouseEvent(
      type: string,
      x: number,
      y: number,
      button: number,
      clicks: number,
      modifiers: number,
    ): void;
  };
}
/** Of scripts; others have but a text. */
interface ConsoleMessage {
  errorMessage?: string;
  sourceName?: string;
  lineNumber?: number;
  flags?: number;
  warningFlag?: number;
}
interface ChromeExtension {
  backgroundContext: { contextId: number } | null;
  backgroundState: string;
  terminateBackground(): Promise<void>;
}

export const toolbarButton = '#nav-bar #ringside_ringside_invalid-BAP';
