import { logoResponse } from '@/lib/web/provider-directory'

export async function GET(_request: Request, { params }: { params: Promise<{ providerId: string }> }) {
  return logoResponse((await params).providerId)
}
