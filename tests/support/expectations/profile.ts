import type { Row } from './row'
import { empty, self } from './targets'

/** Everybody has a profile of their own, whatever their roles, and nobody another one's. */
export const profileRows: Row[] = [
  { operation: 'profile.getOwnProfile', access: 'signedIn', relations: self, input: empty },
  {
    operation: 'profile.renameSelf',
    access: 'signedIn',
    relations: self,
    input: ({ caller }) => ({ fullName: `${caller?.fullName} Junior`.slice(0, 100) }),
  },
  { operation: 'profile.chooseTimeZone', access: 'signedIn', relations: self, input: () => ({ chosen: 'Asia/Tokyo' }) },
  {
    operation: 'profile.chooseNotices',
    access: 'signedIn',
    relations: self,
    input: () => ({ portal: ['colleagues'] }),
  },
]
