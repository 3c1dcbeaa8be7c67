import { decidersInWords, majorities } from '../../rulebook/in-words.ts';
import type { MeetingRules } from '../../rulebook/statutes/meeting-rules.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import { titledUnder } from '../rules/community.ts';
import { editionOf } from '../rules/edition-of.ts';
import type { Meeting } from './load.ts';
import type { AgendaItem } from './queries.ts';
import { capital } from '../lib/capital.ts';

const ties = (chair: Text): Readonly<Record<MeetingRules['tie'], Text>> => ({
  'chair-decides': { da: `ved stemmelighed afgør ${chair.da}`, en: `in a tie ${chair.en} decides` },
  falls: { da: 'ved stemmelighed falder forslaget', en: 'in a tie the proposal falls' },
  lot: { da: 'ved stemmelighed trækkes lod', en: 'a tie is settled by lot' },
});

/** Who decides an item and by what majority, in words; null where nothing is to be decided. */
export function decidesInWords(
  item: Pick<AgendaItem, 'kind' | 'rule' | 'edition'>,
  meeting: Meeting,
  rules: MeetingRules,
): Text | null {
  if (item.kind !== 'decision') return null;
  const edition = item.edition === null ? null : knownEdition(item.edition);
  const right = edition?.decisionRights.find((each) => each.id === item.rule);
  const tie = ties(titledUnder(meeting.edition).titles.chair.the)[rules.tie];
  if (edition && right) {
    const who = decidersInWords(edition, right);
    const majority = majorities[right.majority];
    return {
      da: `${capital(who.da)}, ${majority.da}; ${tie.da}.`,
      en: `${capital(who.en)}, ${majority.en}; ${tie.en}.`,
    };
  }
  const majority = majorities[rules.majority === 'two-thirds' ? 'two-thirds' : 'simple'];
  return {
    da: `${meeting.body.name}, ${majority.da}; ${tie.da}.`,
    en: `${meeting.body.name}, ${majority.en}; ${tie.en}.`,
  };
}

/** The edition of the rulebook by its id; null for the statutes, which have no decision rights. */
function knownEdition(id: string) {
  return /^\d{4}$/.test(id) ? editionOf(id) : null;
}
