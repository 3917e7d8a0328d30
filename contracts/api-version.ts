/** Raised when a desk of the old number can no longer talk to the cloud; sent as header `Tapdesk-Api`. */
export const apiVersion = 1
