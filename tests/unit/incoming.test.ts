import { expect, test } from 'vitest'
import { networkOf } from '@/lib/web/incoming'
import { nearness } from '@/lib/web/nearness'

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::5', '2001:db8:1:2::/64'],
  ['2001:db8::5', '2001:db8:0:0::/64'],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))

test.each([
  ['127.0.0.1', 'portal'],
  ['::1', 'portal'],
  ['10.1.2.3', 'local'],
  ['172.16.0.1', 'local'],
  ['172.31.255.1', 'local'],
  ['192.168.1.20', 'local'],
  ['169.254.7.7', 'local'],
  ['fd12:3456:789a:1::1', 'local'],
  ['fe80::1', 'local'],
  ['172.32.0.1', null],
  ['110.1.2.3', null],
  ['198.51.100.7', null],
  ['2001:db8::5', null],
  ['unknown', null],
])('%s lies %s', (address, near) => expect(nearness(networkOf(address))).toBe(near))
