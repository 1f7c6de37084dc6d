/** Back to the page, which says what the organization asks from now on. */
export async function showSignInRule({ required }: { required: boolean }) {
  return { redirectTo: `/account/security?notice=second_factor_${required ? 'required' : 'optional'}` }
}
