import * as factories from '../../support/enrollment'
import { person } from './people'

/** A company on its way into the programme, whose Global admin has the password of all tests. */
export const enrollingCompany = () => factories.enrollingCompany('DE', person)

/** The same after it has pressed Enroll now. */
export const enrolledCompany = () => factories.enrolledCompany('DE', person)
