import type { editProviderCard } from '@/lib/domain/directory/commands'
import type { Drawing } from './logo'

/** What the providers of the demo world say about themselves in the directory. */

export interface CastCard {
  card: Parameters<typeof editProviderCard>[1]
  logo: Drawing
}

export const nordlichtCard: CastCard = {
  logo: { ink: [12, 90, 116], shape: 'waves' },
  card: {
    descriptionEn:
      'Nordlicht is an owner-run distributor for cloud services in northern and central Europe. Around four hundred IT houses order through us, most of them with fewer than thirty people.\n\nYou keep your customers and your prices; we keep the paperwork short. Every reseller has one named contact, from the first question to the hundredth subscription.',
    descriptionRu:
      'Nordlicht — дистрибьютор облачных служб в Северной и Центральной Европе, которым управляют владельцы. Через нас заказывают около четырехсот ИТ-компаний, в большинстве из них меньше тридцати сотрудников.\n\nКлиенты и цены остаются вашими, а бумаг становится меньше. У каждого торгового посредника есть личный менеджер — от первого вопроса до сотой подписки.',
    programmesEn:
      'Polaris Start: no minimum revenue in the first year.\nPolaris Plus: from 50 subscriptions, with quarterly planning and shared marketing money.\nPolaris Care: our night shift answers your customers in your name.',
    programmesRu:
      'Polaris Start: без минимального оборота в первый год.\nPolaris Plus: от 50 подписок, с ежеквартальным планированием и общим маркетинговым бюджетом.\nPolaris Care: наша ночная смена отвечает вашим клиентам от вашего имени.',
    supportEn: 'Technical questions round the clock in German and English; an answer within two hours on working days.',
    supportRu: 'Технические вопросы круглосуточно на немецком и английском; ответ в течение двух часов в рабочие дни.',
    services: ['productivity', 'security', 'migration', 'technicalSupport', 'marketing'],
    languages: ['de', 'en', 'da', 'sv'],
    countries: ['DE', 'AT', 'CH', 'DK', 'SE', 'NO', 'FI', 'GB', 'FR'],
    website: 'https://www.nordlicht.example/partners',
    contactName: 'Marta König',
    contactEmail: 'partners@nordlicht.example',
    contactPhone: '+49 40 555 0131',
  },
}

export const vektorCard: CastCard = {
  logo: { ink: [150, 38, 60], shape: 'bars' },
  card: {
    descriptionEn:
      'Vektor distributes cloud services in Russia: contracts, billing and support in Russian, and engineers in Moscow, Kazan and Novosibirsk.\n\nWe work through partners only and never approach your customers ourselves.',
    descriptionRu:
      '«Вектор» — дистрибьютор облачных служб в России: договоры, счета и поддержка на русском языке, инженеры в Москве, Казани и Новосибирске.\n\nМы работаем только через партнеров и никогда не обращаемся к вашим клиентам напрямую.',
    programmesEn:
      'First Step: training and a test environment for new partners.\nRegion: higher margins outside of Moscow.',
    programmesRu:
      '«Первый шаг»: обучение и тестовая среда для новых партнеров.\n«Регион»: повышенная маржа за пределами Москвы.',
    supportEn: 'In Russian, on working days from 5:00 to 17:00 UTC; emergencies at any time.',
    supportRu: 'На русском языке, по рабочим дням с 8:00 до 20:00 по Москве; аварии — в любое время.',
    services: ['productivity', 'infrastructure', 'training', 'technicalSupport', 'billing'],
    languages: ['ru', 'en'],
    countries: ['RU'],
    website: 'https://vektor-distribution.example',
    contactName: 'Ирина Соколова',
    contactEmail: 'partners@vektor-distribution.example',
    contactPhone: '+7 495 555-01-40',
  },
}

export const meridianCard: CastCard = {
  logo: { ink: [34, 78, 160], shape: 'rings' },
  card: {
    descriptionEn:
      'Meridian is the provider for resellers who build: cloud infrastructure, data platforms and the business applications on top. Our architects sit in on your first three projects at no charge.\n\nOne invoice a month, in the currency of your customer.',
    descriptionRu:
      'Meridian — поставщик для посредников, которые строят решения: облачная инфраструктура, платформы данных и бизнес-приложения на их основе. В первых трех проектах наши архитекторы участвуют бесплатно.\n\nОдин счет в месяц, в валюте вашего клиента.',
    programmesEn: 'Blueprint: tested designs to reuse.\nLaunch credit: half of the first quarter is on us.',
    programmesRu:
      'Blueprint: проверенные архитектуры для повторного использования.\nСтартовый кредит: половину первого квартала оплачиваем мы.',
    supportEn: 'Engineers in Utrecht, Monday to Saturday; on call for outages.',
    supportRu: 'Инженеры в Утрехте, с понедельника по субботу; при сбоях — дежурная смена.',
    services: ['infrastructure', 'businessApplications', 'security', 'financing', 'billing'],
    languages: ['nl', 'en', 'fr', 'de'],
    countries: ['NL', 'BE', 'LU', 'DE', 'FR', 'GB', 'IE'],
    website: 'https://meridian-cloud.example',
    contactName: 'Sanne de Wit',
    contactEmail: 'resellers@meridian-cloud.example',
    contactPhone: '+31 30 555 0127',
  },
}

export const iberiaCard: CastCard = {
  logo: { ink: [176, 92, 12], shape: 'diamond' },
  card: {
    descriptionEn:
      'Iberia Nube looks after small resellers in Spain and Portugal: help with the first customer, ready-made offers for hotels, practices and workshops, and people who pick up the phone.',
    descriptionRu:
      'Iberia Nube заботится о небольших торговых посредниках в Испании и Португалии: помощь с первым клиентом, готовые предложения для гостиниц, клиник и мастерских и люди, которые берут трубку.',
    programmesEn: 'Primera: your first customer together with us.',
    programmesRu: 'Primera: первый клиент вместе с нами.',
    supportEn: 'In Spanish and Portuguese from 8:00 to 20:00.',
    supportRu: 'На испанском и португальском с 8:00 до 20:00.',
    services: ['productivity', 'training', 'marketing'],
    languages: ['es', 'pt', 'en'],
    countries: ['ES', 'PT'],
    website: 'https://iberia-nube.example',
    contactName: 'Inês Carvalho',
    contactEmail: 'socios@iberia-nube.example',
    contactPhone: '+34 91 555 0143',
  },
}

/** What Alder has in another portal: its export, as it comes. */
export const alderExport = [
  '\ufeff"Microsoft ID","Company name","Primary domain name","Relationship"',
  '"5f0d2c1e-7a44-4b19-9a83-2a1c6de40711","Bäckerei Ahornblatt","ahornblatt.onmicrosoft.com","Reseller"',
  '"8c7b1f52-0b7a-4f0e-8d6d-6d1b8c2f9a10","Buchenholz Möbel","buchenholz.onmicrosoft.com","Cloud Reseller"',
  '"b2a9d5c0-3f51-4c9e-9d0e-0c6b0a4e7f21","Drei Linden Apotheke","dreilinden.onmicrosoft.com","Cloud Reseller"',
  '"1d3e5f70-92a4-4c6d-8e0f-1a2b3c4d5e6f","Gärtnerei Sonnenhut, Inh. P. Lang","sonnenhut.onmicrosoft.com","Cloud Reseller"',
  '"27b6c0d4-55ee-4a7c-b1fd-90ab12cd34ef","Spedition Hafenkante","hafenkante.onmicrosoft.com","Indirect Cloud Reseller"',
].join('\r\n')

/** What Alder has written down itself. */
export const alderList = [
  'Company name;Primary domain name;Contact name;E-mail',
  'Steuerbüro Ehlers;ehlers-steuer.example;Tomke Ehlers;tomke@ehlers-steuer.example',
  'Fahrradhaus Weser;fahrradhaus-weser.example;Jannis Peters;jannis@fahrradhaus-weser.example',
].join('\n')

/** What Ryabina has: the same export in Russian. */
export const ryabinaExport = [
  '\ufeffИдентификатор Майкрософт;Название компании;Имя основного домена;Связь',
  '3c5d7e90-1f2a-4b3c-8d4e-5f60718293a4;Мебельная мастерская «Дуб»;dub-mebel.onmicrosoft.com;Облачный торговый посредник',
  '4d6e8fa1-203b-4c4d-9e5f-60718293a4b5;Аптека на Садовой;apteka-sadovaya.onmicrosoft.com;Облачный торговый посредник',
].join('\r\n')
