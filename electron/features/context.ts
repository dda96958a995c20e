import type { EventName, Events, FeatureContract, Input, Output, SessionState } from '@shared/contract/core';
import type { Solve } from '@shared/domain/seat-plan/seat-model';
import type { Language } from '@shared/domain/text';
import type { AuditEntry } from '../data/audit';
import type { Database, OpenDatabase } from '../data/open';

/** A file a person chose. */
export type ChosenFile = { name: string; bytes: Buffer };
/** A file that was chosen among many: read when its turn comes. */
export type FoundFile = { readonly name: string; readonly size: number; read(): Promise<Buffer> };
/** A folder that was chosen to write into. */
export type ChosenFolder = {
  readonly name: string;
  /** Writes a whole file, never over another: `name-2.pdf` where the name is taken. Answers the name it got. */
  save(name: string, bytes: Buffer): Promise<string>;
};
export type FileKind = 'pdf' | 'table' | 'backup' | 'data' | 'calendar' | 'certificate' | 'exchange' | 'page';

/** A document for the print window: which print route, and everything it shows. */
export type PrintJob = { document: string; language: Language; data: unknown };

/** What handlers need of the machine around them. `electron/shell` provides it; tests provide their own. */
export type Machine = {
  /** Asks for a file; null when the person changes her mind. Files over `maxBytes` are refused unread. */
  chooseFile(kind: FileKind, maxBytes: number): Promise<ChosenFile | null>;
  /** Asks where to save and writes atomically; false when the person changes her mind. */
  saveFile(kind: FileKind, suggestedName: string, bytes: Buffer): Promise<boolean>;
  /** Asks for several files, or for a folder whose files of that kind are meant; null when the person changes her mind. */
  chooseFiles(kind: FileKind, from: 'files' | 'folder', mostFiles: number): Promise<FoundFile[] | null>;
  /** Asks for a folder to write into; null when the person changes her mind. */
  chooseFolder(): Promise<ChosenFolder | null>;
  /** The job as a tagged A4 PDF. */
  pdf(job: PrintJob): Promise<Buffer>;
  /** Many jobs in one print window, which is gone afterwards. */
  pdfs<T>(use: (pdf: (job: PrintJob) => Promise<Buffer>) => Promise<T>): Promise<T>;
  /** Opens the system's print dialog for the job; false when cancelled. */
  print(job: PrintJob): Promise<boolean>;
  /** Solves a model of the optimiser, without holding up anything else. */
  readonly solve: Solve;
  /** Folder that holds the database, its keys and backups. */
  readonly dataFolder: string;
  readonly appVersion: string;
  /** SQL migrations shipped with the application. */
  readonly migrationsFolder: string;
  /** Files shipped with the application (starter spiders, fonts). */
  readonly resourcesFolder: string;
  readonly nativeBinding?: string;
  /** Preferences without personal data: language, theme. */
  readPreferences(): Preferences;
  writePreferences(preferences: Preferences): void;
};

export type Preferences = { language: Language; theme: 'light' | 'dark' | 'system' };

/** Who sits at the machine. Only `vault` and `ratings` change it. */
export type Session = {
  state: SessionState;
  open: OpenDatabase | null;
  /** What opened it, and what gives the folder free for another program. */
  keys: { dataKey: Buffer; release(): void } | null;
  /** Wrong passphrases in a row, and when the last one was given (ms). */
  failures: { count: number; lastAt: number };
  /** While lent to an employee: her talk, and the key from her PIN once she has given it. */
  employee: { talkId: string; key: Buffer | null; derivation: string | null } | null;
};

export type Context = {
  readonly now: () => Date;
  readonly language: () => Language;
  readonly machine: Machine;
  readonly session: Session;
  /** The open database; throws `locked` when there is none. */
  readonly db: Database;
  /** One immediate transaction with its audit row; everything or nothing. */
  write<T>(entry: AuditEntry | ((result: T) => AuditEntry), work: (db: Database) => T): T;
  tell<E extends EventName>(event: E, payload: Events[E]): void;
};

/** A handler for every call of a feature: forget one and it does not compile. */
export type Handlers<F extends FeatureContract> = {
  readonly [N in keyof F]: (context: Context, input: Input<F[N]>) => Output<F[N]> | Promise<Output<F[N]>>;
};
