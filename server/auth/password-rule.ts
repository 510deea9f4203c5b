/** Of every password that is set from now on; the longest is what sign-in takes. */
export const fewestCharacters = 10;
export const mostCharacters = 1_024;
