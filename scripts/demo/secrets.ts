/** Said on the screen by `npm run demo`; it protects invented people only. */
export const demoPassphrase = 'lærken synger over mosen';

/** The code every employee of the demo school has chosen for her own rating. */
export const demoPin = '480213';
