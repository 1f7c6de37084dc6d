// Without one of its own it would take the portal's, from the folders above.
export function register() {}
