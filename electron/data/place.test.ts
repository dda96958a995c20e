import { describe, expect, it } from 'vitest';
import { assertLocalPlace, conflictCopies, isNetworkFileSystem, placeProblem } from './place';

describe('where data may lie', () => {
  it.each([
    '\\\\kommune\\hjem\\lone\\Spind',
    '//server/share/spind',
    '\\\\?\\UNC\\server\\share\\spind',
    'C:\\Users\\lone\\OneDrive - Lærkemose Kommune\\Spind',
    'C:\\Users\\lone\\OneDrive\\Spind',
    'C:\\Users\\lone\\AppData\\Roaming\\Spind',
    'C:\\Users\\lone\\Dropbox (Skole)\\Spind',
    '/Users/lone/Library/CloudStorage/OneDrive-Kommune/Spind',
    '/Users/lone/Library/Mobile Documents/com~apple~CloudDocs/Spind',
    '/Users/lone/Google Drive/Spind',
    '/home/lone/Nextcloud/spind',
    '/run/user/1000/gvfs/smb-share:server=s/spind',
  ])('not in %s', (path) => {
    expect(placeProblem(path)?.da).toContain('Mappen');
  });

  it.each([
    'C:\\Users\\lone\\AppData\\Local\\Spind',
    '\\\\?\\C:\\Users\\lone\\AppData\\Local\\Spind',
    '/Users/lone/Library/Application Support/Spind',
    '/home/lone/.local/share/spind',
    '/home/lone/boxer/onedrivers/Spind',
  ])('may be %s', (path) => {
    expect(placeProblem(path)).toBeNull();
  });

  it('not on another machine’s file system', () => {
    expect([0x6969, 0xff534d42, 0xfe534d42, -11317950].map(isNetworkFileSystem)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([0xef53, 0x01021994, 0x9123683e].map(isNetworkFileSystem)).toEqual([false, false, false]);
    expect(() => assertLocalPlace('/srv/data', () => 0x6969)).toThrow('network drive');
    expect(() => assertLocalPlace('/srv/data', () => 0xef53)).not.toThrow();
  });

  it('names conflict copies', () => {
    expect(conflictCopies(['spind.db', 'spind-PC2.db', 'spind (1).db', 'keys.json', 'spind.db-wal'])).toEqual(
      ['spind-PC2.db', 'spind (1).db'],
    );
  });
});
