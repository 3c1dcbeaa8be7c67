import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escape, Fragment, isSafeUrl, jsx, raw, render } from './jsx-runtime.ts';
import type { Child, Html } from './jsx-runtime.ts';

const attack = '<script>alert("x")</script>';
const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;';

const rows: readonly [string, () => Html, string][] = [
  ['text is escaped', () => <p>{attack}</p>, `<p>${escaped}</p>`],
  ['text in an attribute is escaped', () => <p title={attack} />, `<p title="${escaped}"></p>`],
  [
    'a quote cannot end an attribute',
    () => <p title={`" onclick="x`} />,
    '<p title="&quot; onclick=&quot;x"></p>',
  ],
  [
    'text in a list is escaped',
    () => (
      <ul>
        {[attack].map((a) => (
          <li>{a}</li>
        ))}
      </ul>
    ),
    `<ul><li>${escaped}</li></ul>`,
  ],
  [
    'a textarea cannot be closed from inside',
    () => <textarea>{'</textarea>'}</textarea>,
    '<textarea>&lt;/textarea&gt;</textarea>',
  ],
  [
    'a title cannot be closed from inside',
    () => <title>{'</title>'}</title>,
    '<title>&lt;/title&gt;</title>',
  ],
  ['a link to a script loses its address', () => <a href="javascript:alert(1)">x</a>, '<a>x</a>'],
  ['a form to a script loses its address', () => <form action="JavaScript:alert(1)" />, '<form></form>'],
  [
    'null, undefined and booleans leave nothing',
    () => (
      <p>
        {null}
        {undefined}
        {true}
        {false}
      </p>
    ),
    '<p></p>',
  ],
  ['zero is shown', () => <p>{0}</p>, '<p>0</p>'],
  [
    'numbers are shown',
    () => (
      <p>
        {12}
        {3n}
      </p>
    ),
    '<p>123</p>',
  ],
  ['a flag that is set stands alone', () => <input disabled required={false} />, '<input disabled>'],
  ['an absent attribute is left out', () => <p id={undefined} title={null} />, '<p></p>'],
  [
    'aria takes the words true and false',
    () => <p aria-hidden={false} aria-current={true} />,
    '<p aria-hidden="false" aria-current="true"></p>',
  ],
  [
    'void elements are not closed',
    () => (
      <p>
        <br />
        <img src="/a.png" alt="" />
      </p>
    ),
    '<p><br><img src="/a.png" alt=""></p>',
  ],
  [
    'a fragment leaves no element',
    () => (
      <>
        <b>1</b>
        <i>2</i>
      </>
    ),
    '<b>1</b><i>2</i>',
  ],
  ['trusted markup passes', () => <p>{raw('<b>x</b>')}</p>, '<p><b>x</b></p>'],
  [
    'an element in an element is not escaped twice',
    () => (
      <p>
        <b>&amp; {'&'}</b>
      </p>
    ),
    '<p><b>&amp; &amp;</b></p>',
  ],
];

for (const [says, make, expected] of rows)
  test(`markup: ${says}`, () => assert.equal(render(make()), expected));

test('components are functions of their props and children', () => {
  const Box = ({ name, children }: { name: string; children?: Child }) => <div id={name}>{children}</div>;
  assert.equal(
    render(
      <Box name="a">
        <b>{'<'}</b>!
      </Box>,
    ),
    '<div id="a"><b>&lt;</b>!</div>',
  );
  assert.equal(render(Fragment({ children: ['a', ['b', <i>c</i>]] })), 'ab<i>c</i>');
});

test('an object that is not an element is a bug', () => {
  assert.throws(() => jsx('p', { children: { html: '<b>' } }), TypeError);
  assert.throws(() => jsx('p', { children: () => 'x' }), TypeError);
});

for (const name of ['onclick', 'ONLOAD', 'style', 'srcdoc', 'a b', 'x"y', '><script'])
  test(`the attribute ${name} cannot be written`, () =>
    assert.throws(() => jsx('p', { [name]: 'x' }), TypeError));

const addresses: readonly [string, boolean][] = [
  ['/cases/1', true],
  ['?q=a:b', true],
  ['#rule', true],
  ['//os2.eu', true],
  ['https://os2.eu', true],
  ['HTTP://os2.eu', true],
  ['mailto:a@demo.example', true],
  ['tel:+4512345678', true],
  ['/a:b', true],
  ['javascript:alert(1)', false],
  ['JAVASCRIPT:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['java\tscript:alert(1)', false],
  ['\u0001javascript:alert(1)', false],
  ['vbscript:x', false],
  ['data:text/html,<script>', false],
  ['blob:https://x', false],
  ['file:///etc/passwd', false],
];
for (const [url, safe] of addresses)
  test(`${JSON.stringify(url)} ${safe ? 'may' : 'may not'} stand in a link`, () =>
    assert.equal(isSafeUrl(url), safe));

test('escaping leaves ordinary text alone', () => assert.equal(escape('Fælled & æøå'), 'Fælled &amp; æøå'));
