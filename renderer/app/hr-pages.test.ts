import { describe, expect, it } from 'vitest';
import { hrLinkGroups, isHrPage } from './hr-pages';

describe('the pages of a file of HR', () => {
  it('are those of its navigation, the start and a case', () => {
    for (const [to] of hrLinkGroups.flat()) expect(isHrPage(to)).toBe(true);
    expect(['/', '/merit/', '/merit/4f0c'].filter((path) => !isHrPage(path))).toEqual([]);
  });

  it('are no page of a school', () => {
    const school = [
      '/employees',
      '/employees/4f0c',
      '/talks',
      '/season/plan',
      '/spiders',
      '/overview',
      '/teams/1',
    ];
    const settings = [
      '/settings/leaders',
      '/settings/handover',
      '/leader-training',
      '/merit/1/2',
      '/documents/1',
    ];
    expect([...school, ...settings].filter(isHrPage)).toEqual([]);
  });
});
