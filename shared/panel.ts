// How large the glass of a kiosk can be. The browser cannot be asked: somebody says the diagonal once, in inches, as panels
// are sold, and from then on a button is as large as a finger needs it.

export const SMALLEST_PANEL = 7;
export const LARGEST_PANEL = 100;
/** Those that kiosks are built with; any other between the two can be typed. */
export const USUAL_PANELS = [10.1, 15.6, 21.5, 23.8, 27, 32, 43, 55] as const;

export const isPanel = (inches: number): boolean => inches >= SMALLEST_PANEL && inches <= LARGEST_PANEL;
