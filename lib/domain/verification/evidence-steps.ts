import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { addEntry } from './entry-steps'
import type { CheckKind } from './schema'
import type { HeldCase } from './steps'

/** Documents of one verification. */
export const evidenceMax = 20

interface Document {
  id: string
  check: CheckKind
  fileName: string
  mediaType: string
  content: Uint8Array
}

/** Keeps a document of a case that is held. @throws DomainError `evidence_limit_reached` */
export async function addEvidence(db: Database, held: HeldCase, actor: Actor, document: Document): Promise<void> {
  const { content, ...facts } = document
  const { id: caseId, organizationId } = held
  const count = await db.verificationEvidence.count({ where: { caseId } })
  if (count >= evidenceMax) throw new DomainError('evidence_limit_reached', { parameters: { count } })
  // A copy: the driver wants memory of its own, and what is stored is what was looked at.
  const bytes = Uint8Array.from(content)
  await db.verificationEvidence.createMany({
    data: {
      ...facts,
      caseId,
      organizationId,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      uploadedByName: actor.fullName,
      createdAt: clock.now(),
    },
  })
  await db.verificationEvidenceContent.createMany({ data: { evidenceId: document.id, organizationId, bytes } })
  await addEntry(db, {
    caseId,
    organizationId,
    kind: 'EvidenceAdded',
    check: document.check,
    text: document.fileName,
    authorName: actor.fullName,
  })
}
