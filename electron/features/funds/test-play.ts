import { nothingStated } from '@shared/domain/funds/fund-facts';
import type { TestWorld } from '../test-world';

/** For the main job: rules come, change and go; an application goes all the way and back; earlier grants and its paper. */
export async function playFunds({ must }: TestWorld): Promise<void> {
  const ask = <T>(name: string, input: unknown = {}) => must<T>('funds', name, input);
  const made = async (name: string, input: unknown) => (await ask<{ id: string }>(name, input)).id;
  const { people } = await ask<{ people: { id: string }[] }>('people');
  const employeeId = people[0]?.id;
  const fundId = await made('saveFund', { name: 'Skolens egen fond', kind: 'ownPool' });
  const source = 'Skolebestyrelsen';
  const set = {
    fundId,
    area: 'Kurser',
    validFrom: '2026-08-01',
    validTo: null,
    source,
    lastCheckedOn: '2026-11-01',
    checkAgainOn: '2027-11-01',
    rules: [
      { kind: 'share', source, percent: 80 },
      { kind: 'upload', source, days: 40 },
    ],
  };
  const ruleSetId = await made('saveRules', set);
  await ask('checkedToday', { id: ruleSetId });
  for (const validTo of ['2027-07-31', null]) await ask('endRules', { id: ruleSetId, validTo });
  for (const name of ['removeRules', 'restoreRules']) await ask(name, { id: ruleSetId });
  for (const name of ['removeFund', 'restoreFund']) await ask(name, { id: fundId });
  await ask('openings', { employeeId });
  const activity = {
    startsOn: '2027-02-01',
    facts: nothingStated,
    costs: [{ kind: 'fee', amountOre: 1_120_000, note: '' }],
  };
  await ask('navigate', { employeeId, agreementId: null, enrolmentId: null, ...activity });
  const grant = { employeeId, fundId, grantedOn: '2026-03-02', amountOre: 500_000, note: '' };
  const grantId = await made('saveGrant', grant);
  for (const name of ['removeGrant', 'restoreGrant']) await ask(name, { id: grantId });
  await ask('grants', { employeeId });
  const texts = { title: 'Akademimodul', provider: 'Erhvervsakademiet' };
  const { applicationId } = await ask<{ applicationId: string }>('createDraft', {
    employeeId,
    ruleSetId,
    agreementId: null,
    enrolmentId: null,
    ...activity,
    ...texts,
  });
  await ask('saveDraft', { applicationId, ruleSetId, agreementId: null, ...activity, ...texts });
  for (const name of ['remove', 'restore']) await ask(name, { applicationId });
  const step = { applicationId, reason: '', grantedOre: null };
  await ask('step', { ...step, state: 'sent', onDate: '2026-11-20' });
  await ask('undoStep', { applicationId });
  await ask('step', { ...step, state: 'sent', onDate: '2026-11-20' });
  await ask('get', { applicationId });
  for (const name of ['list', 'rules']) await ask(name);
  await must('documents', 'fundPack', { applicationId, way: 'save' });
}
