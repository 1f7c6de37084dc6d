/** Sets a popover below its button, or above it where there is no room. Only for browsers without CSS anchors. */
export function placeBelow(popover: HTMLElement, button: HTMLElement): void {
  if (CSS.supports('position-area', 'bottom')) return
  const anchor = button.getBoundingClientRect()
  const { width, height } = popover.getBoundingClientRect()
  const roomBelow = window.innerHeight - anchor.bottom
  const top = roomBelow < height + 8 && anchor.top > height ? anchor.top - height - 8 : anchor.bottom
  const left = Math.min(Math.max(8, anchor.right - width), window.innerWidth - width - 8)
  popover.style.setProperty('top', `${top}px`)
  popover.style.setProperty('left', `${left}px`)
}
