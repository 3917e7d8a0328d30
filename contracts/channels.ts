/** Everything between window and main travels on these two; the path inside is checked by the door. */
export const askChannel = 'tapdesk:ask'
export const tellChannel = 'tapdesk:tell'
