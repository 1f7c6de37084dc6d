export { answerReturn as GET, answerReturn as HEAD } from '@/lib/web/issuer-return'
