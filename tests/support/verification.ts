/** Evidence in a verification that is over, as rows. Returns its id. */
export async function writtenEvidence(of: Organization): Promise<string> {
  const [caseId, id] = [uuidv7(), uuidv7()]
  await insert('VerificationCase', {
    id: caseId,
    organizationId: of.id,
    status: 'Authorized',
    locale: 'en',
    changed: '{}',
  })
  const facts = { check: 'BusinessVerification', fileName: `${of.mark}.pdf`, mediaType: 'application/pdf', size: 4 }
  const common = { caseId, organizationId: of.id, uploadedByName: `Person ${of.mark}`, sha256: '' }
  await insert('VerificationEvidence', { id, ...common, ...facts })
  await insert('VerificationEvidenceContent', { evidenceId: id, organizationId: of.id, bytes: Buffer.from(of.mark) })
  return id
}

/** The company's verification that is under way; opened where there is none. */
export async function underWay(of: Organization): Promise<string> {
  const [found] = await rows<{ id: string }>(
    `select id from "VerificationCase" where "organizationId" = $1 and status <> 'Authorized'`,
    [of.id],
  )
  return found?.id ?? opened(of)
}
