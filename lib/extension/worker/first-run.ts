/** That a first call was shown in this browser. Of no consequence but for what the guide says, so it is kept lightly. */
const item = 'first-run-over';

export interface FirstRun {
  isOver(): boolean;
  end(): void;
}

/** The guide of the first run stands until the first call was shown; panel and options page share this. */
export const firstRun: FirstRun = {
  isOver: () => localStorage.getItem(item) !== null,
  end: () => localStorage.setItem(item, 'yes'),
};
