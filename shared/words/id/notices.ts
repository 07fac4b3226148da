// What the lobby is told besides calls: that a desk pauses or closes, that the hall closes soon, prayer, no gifts.

export const notices = {};
