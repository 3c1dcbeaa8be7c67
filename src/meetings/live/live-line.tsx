import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { LiveState } from './state.ts';
import { defineWords } from '../../web/words.ts';

const words = defineWords({
  da: { changed: 'Der er sket noget nyt på mødet.', show: 'Vis det' },
  en: { changed: 'Something new has happened in the meeting.', show: 'Show it' },
});

/** Where a page that follows a meeting says that there is more to see. Hidden until then, and without JavaScript. */
export function LiveLine({ page, meeting }: { page: Page; meeting: number }): Html {
  const w = words(page.lang);
  return (
    <div class="live-line" role="status" data-live-from={page.href(`/meetings/${meeting}/live`)}>
      <p hidden>
        {w.changed} <a href={page.href(page.path)}>{w.show}</a>
      </p>
    </div>
  );
}

/** Who is there, whether it is enough to decide, and how far the agenda has come: kept up to date while the page is open. */
export function LiveMeeting({
  page,
  meeting,
  state,
}: {
  page: Page;
  meeting: number;
  state: LiveState;
}): Html {
  const texts = state[page.lang];
  return (
    <>
      <LiveLine page={page} meeting={meeting} />
      {['present', 'settled'].map((name) => (
        <p aria-live="polite" data-live={name}>
          {texts[name]}
        </p>
      ))}
    </>
  );
}
