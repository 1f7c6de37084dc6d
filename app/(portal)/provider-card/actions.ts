'use server'

import {
  changeProviderLogo,
  editProviderCard,
  publishProviderCard,
  removeProviderLogo,
  unpublishProviderCard,
} from '@/lib/domain/directory/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

const show = (notice: string) => leadTo(`/provider-card?notice=${notice}`)

export const editProviderCardAction = formAction(editProviderCard, show('provider_card_saved'))
export const publishProviderCardAction = formAction(publishProviderCard, show('provider_card_published'))
export const unpublishProviderCardAction = formAction(unpublishProviderCard, show('provider_card_unpublished'))
export const changeProviderLogoAction = formAction(changeProviderLogo, show('provider_logo_changed'), {
  binaryFile: 'logo',
})
export const removeProviderLogoAction = formAction(removeProviderLogo, show('provider_logo_changed'))
