import type { caseExchange as contract } from '@shared/contract/case-exchange';
import type { Handlers } from '../context';
import { inbox } from './inbox';
import { addSender, applyFile, chooseFile, forgetFile, openFile } from './read';
import { ofCase, sendAnswer, sendCase } from './send';

/** Merit cases that travel as files between a school and HR (R002-12). */
export const caseExchangeHandlers: Handlers<typeof contract> = {
  inbox: ({ db, now }) => inbox(db, now()),
  ofCase,
  sendCase,
  sendAnswer,
  choose: chooseFile,
  open: openFile,
  addSender,
  apply: applyFile,
  forget(context, { token }) {
    forgetFile(context, token);
    return {};
  },
};
