export { answerNextAuth as GET, answerNextAuth as POST } from '@/lib/web/next-auth-route'
