import { step, type Step } from './step.ts';

/** The board's next meeting, tomorrow: its agenda builds itself from what waits. */
export const meetingStories: readonly Step[] = [
  step(6, async ({ time, does }) => {
    const { number } = await does(
      'forretningsleder',
      'call-meeting',
      {},
      {
        body: 'bestyrelsen',
        on: time.on(-1),
        from: '10.00',
        until: '12.00',
        place: 'Rådhuset i Demoby',
        onlineUrl: 'https://demo.example/moede',
        papersDueOn: time.on(2),
      },
    );
    await does(
      'forretningsleder',
      'add-agenda-item',
      { id: String(number) },
      {
        title: 'Tema: Hvad gør små kommuner, når en projektleder rejser?',
        kind: 'discussion',
        facts: 'Skrevet til demoen.',
        minutes: 20,
      },
    );
  }),
];
