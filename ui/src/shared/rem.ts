/** Pixels of a rem: what is placed by numbers follows the size of the letters, as the style sheet does. */
export const REM = +getComputedStyle(document.documentElement).fontSize.replace("px", "") || 16;
