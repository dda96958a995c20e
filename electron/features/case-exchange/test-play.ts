import { sealPackage } from '../../data/exchange/container';
import { newKeys } from '../../data/exchange/sign';
import { readCase } from '../../data/queries/merit-case';
import type { TestWorld } from '../test-world';

const passphrase = 'blå mælkebøtte under trappen';

/**
 * A school's case goes to HR by passphrase, HR's answer comes back from somebody unknown, who is put on the list, and a
 * second file goes to her key. For the school's part of the main job; HR's is in this feature's own tests.
 */
export async function playCaseExchange({ must, lay, context }: TestWorld): Promise<void> {
  const { applicants } = await must<{ applicants: { employeeId: string; openCaseId: string | null }[] }>(
    'merit',
    'applicants',
  );
  const employeeId = applicants.find(({ openCaseId }) => openCaseId === null)?.employeeId;
  const { caseId } = await must<{ caseId: string }>('merit', 'start', { employeeId });
  await must('merit', 'saveApplication', { caseId, application: 'Jeg søger merit.' });
  const paper = { title: 'Master', provider: '', year: 2021, ects: 15, learningGoals: '', covers: [] };
  await must('merit', 'saveEvidence', { caseId, ...paper });
  await must('merit', 'move', { caseId, round: 1, move: 'submit', reason: '' });
  await must('caseExchange', 'sendCase', { caseId, to: { passphrase } });

  const { db } = context;
  const now = context.now();
  const { applicantName, round, steps } = readCase(db, caseId);
  const said = { round, verdict: 'moreInformation', ects: null, reason: 'Bilag mangler.' };
  const positions = (
    [
      ['developmentChief', 'Mette Kærsgaard'],
      ['hrChief', 'Jens Overgaard'],
    ] as const
  ).map(([role, name]) => ({ ...said, role, name, takenAt: now.toISOString() }));
  const decision = { caseId, applicantName, state: 'moreInformation', round, ects: null, decidedOn: null };
  const answer = await sealPackage(
    {
      kind: 'meritDecision',
      subjectId: caseId,
      seq: 2,
      senderName: 'HR og skoleudvikling',
      senderKind: 'hr',
      parts: { decision, history: { steps, positions } },
      attachments: [],
    },
    newKeys(),
    { passphrase },
    now,
  );
  lay({ name: 'merit-svar-2.spind', bytes: answer });
  const { token } = await must<{ token: string }>('caseExchange', 'choose');
  lay(null);
  const { sender } = await must<{ sender: { fingerprint: string[] } }>('caseExchange', 'open', {
    token,
    passphrase,
  });
  await must('caseExchange', 'addSender', { token, fingerprint: sender.fingerprint, compared: true });
  await must('caseExchange', 'apply', { token });
  await must('caseExchange', 'forget', { token });
  await must('merit', 'move', { caseId, round: 1, move: 'answer', reason: 'Bilaget er lagt ved.' });
  const { receiverId } = await must<{ receiverId: string }>('caseExchange', 'ofCase', { caseId });
  await must('caseExchange', 'sendCase', { caseId, to: { partnerId: receiverId } });
  await must('caseExchange', 'inbox');
}
