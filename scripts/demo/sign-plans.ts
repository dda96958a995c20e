import { call } from '../../e2e/bridge';
import { startSpind } from '../../e2e/spind';
import { demoPassphrase } from './secrets';

/** A hand's movement in the 600 × 200 box, as the signature field gives it. */
const strokes = [
  'M60.0 130.0L74.0 96.0L92.0 62.0L101.0 58.0L98.0 84.0L90.0 122.0L96.0 136.0L116.0 112.0L131.0 104.0L129.0 126.0L142.0 130.0L158.0 108.0L170.0 104.0L172.0 124.0L190.0 126.0L214.0 102.0L240.0 110.0L262.0 126.0L300.0 114.0L344.0 118.0',
  'M88.0 70.0L110.0 66.0L140.0 70.0L156.0 84.0L140.0 100.0L112.0 106.0L150.0 124.0L196.0 132.0L230.0 120.0L268.0 100.0L280.0 112.0L276.0 128.0L306.0 120.0L352.0 96.0',
] as const;

/**
 * Signs the agreed plans of these people as both parties would, in the running application, since only a window can
 * make the PDF. `profile` holds the seeded school.
 */
export async function signPlans(profile: string, employeeIds: readonly string[]): Promise<void> {
  const spind = await startSpind({ profile, clock: '2026-11-20T15:10:00' });
  const { page } = spind;
  await call(page, 'vault', 'unlock', { passphrase: demoPassphrase });
  const { plans } = await call(page, 'trainingPlans', 'list', { schoolYear: '2026/27' });
  const { talks } = await call(page, 'talks', 'list', { schoolYear: '2026/27' });
  for (const [index, employeeId] of employeeIds.entries()) {
    const name = plans.find((one) => one.employeeId === employeeId)?.name ?? '';
    const talk = talks.find((one) => one.employeeId === employeeId);
    const { plan } = await call(page, 'trainingPlans', 'get', { employeeId, schoolYear: '2026/27' });
    const planId = plan?.id ?? '';
    const drawing = strokes[index % strokes.length] ?? '';
    await call(page, 'documents', 'sign', {
      planId,
      party: 'employee',
      method: 'drawn',
      name,
      drawing,
      wording: index === 2 ? 'seenAndReceived' : 'agree',
    });
    await call(page, 'documents', 'sign', {
      planId,
      party: 'leader',
      method: 'typed',
      name: talk?.leaderName ?? '',
      drawing: '',
      wording: 'agree',
    });
  }
  await spind.close();
}
