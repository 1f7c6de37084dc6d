/** Joins the class names that apply; `condition && 'class'` is the expected way to leave one out. */
export function classNames(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
