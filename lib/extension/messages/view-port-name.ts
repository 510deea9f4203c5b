/** Name of the Port between a view in a page of ours and the worker. Apart, so that views load no schemas. */
export const viewPortName = 'view';
