import type { WayOut } from '@/lib/web/way-out'
import { TextLink } from '../ui/text-link'

/** Opens beside the page, so that what was typed stays; its words say so. */
export function WayOutLink({ wayOut, className }: { wayOut: WayOut; className?: string }) {
  return (
    <TextLink href={wayOut.href} target="_blank" {...(className ? { className } : {})}>
      {wayOut.label}
    </TextLink>
  )
}
