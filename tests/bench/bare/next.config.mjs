import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

// It is built in .data/bench/bare, with the packages of the portal: both run the same version of everything.
const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

export default { agentRules: false, poweredByHeader: false, serverExternalPackages: ['pg'], turbopack: { root } }
