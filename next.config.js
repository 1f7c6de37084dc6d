import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/web/i18n-request.ts')

/** Headers that never vary; the nonce policy comes from proxy.ts. */
const fixedHeaders = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

/** @type {import('next').NextConfig} */
const nextConfig = {
  agentRules: false,
  poweredByHeader: false,
  skipTrailingSlashRedirect: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // `npm run types` checks the whole tree; doing it again here would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pino', '@node-rs/argon2', 'graphile-worker', 'pg', 'nodemailer', 'react-email'],
  // The title belongs into the head for everybody, also where no script moves it there later; one piece less to send.
  htmlLimitedBots: /.*/,
  experimental: { serverActions: { bodySizeLimit: '6mb' } },
  headers: async () => [{ source: '/:path*', headers: fixedHeaders }],
}

export default withNextIntl(nextConfig)
