/** By which a shortcut or an empty list leads the cursor to the search field. */
export const searchId = 'pending-search'
