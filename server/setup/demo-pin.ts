// The PIN of every officer of the demo hall, written on its start page. It stands alone so that the server can name it
// without loading the whole set-up.

export const DEMO_PIN = '246810';
