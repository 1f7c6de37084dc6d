import { query } from '@/lib/core/operation'
import { currentStep, enrollmentSteps, mayOpen, stepsOf } from './rules'
import { nothing } from './schema'
import { findEnrollment, judgedProfiles, progressOf } from './steps'

/** How far the enrollment of one's own organization is, with everything that was stored on the way. */
export const viewEnrollment = query({
  access: 'enrollment.view',
  input: nothing,
  async run({ actor, db }) {
    const enrollment = await findEnrollment(db, actor)
    const progress = progressOf(enrollment)
    const { application, ...organization } = enrollment
    return {
      ...organization,
      application: { ...application, profiles: await judgedProfiles(db, enrollment) },
      steps: stepsOf(progress),
      openSteps: enrollmentSteps.filter((step) => mayOpen(step, progress)),
      currentStep: currentStep(progress),
    }
  },
})
