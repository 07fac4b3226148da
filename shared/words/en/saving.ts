// The bar over every page that is saved, in English.

import type { Words } from '../words.ts';

export const saving: Words['saving'] = {
	save: 'Save',
	saving: 'Saving …',
	unsaved: 'Not saved yet',
	nothingToSave: 'Nothing has been changed.',
	revert: 'Undo the changes',
};
