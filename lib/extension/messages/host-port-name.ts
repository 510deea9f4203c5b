/** Name of the Port between a content script and the worker; alone in its file, so that a page gets no schema library. */
export const hostPortName = 'host';
