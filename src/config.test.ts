import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { readConfig, WrongSettings } from './config.ts';

describe('settings', () => {
  it('need nothing: port 3000 on this machine alone, data in ./data', () => {
    const config = readConfig({});
    assert.deepEqual(
      [config.port, config.host, config.baseUrl, config.databaseUrl, config.dataFolder],
      [3000, '127.0.0.1', 'http://localhost:3000', null, resolve('data')],
    );
  });

  it('count as not set when they are empty', () => {
    assert.equal(readConfig({ PORT: '', DATABASE_URL: '' }).port, 3000);
  });

  it('take the proxies to believe as a list of exact addresses', () => {
    assert.deepEqual(readConfig({ TRUST_PROXY: '10.0.0.1, ::1' }).trustProxy, ['10.0.0.1', '::1']);
  });

  it('drop the slash at the end of the public address', () => {
    assert.equal(readConfig({ BASE_URL: 'https://os2.example/' }).baseUrl, 'https://os2.example');
  });

  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['PORT', 'abc', /^PORT must be a whole number/],
    ['PORT', '70000', /^PORT must be a whole number/],
    ['PORT', '3000.5', /^PORT must be a whole number/],
    ['HOST', 'http://x', /^HOST must be an address/],
    ['BASE_URL', 'faelled', /^BASE_URL must be a full address/],
    ['BASE_URL', 'https://os2.example/faelled', /^BASE_URL must not have a path/],
    ['DATABASE_URL', 'mysql://x', /^DATABASE_URL must begin with postgres/],
    ['SMTP_URL', 'localhost:25', /^SMTP_URL must begin with smtp/],
    ['ACCESSIBILITY_URL', '/was', /^ACCESSIBILITY_URL must be a full address/],
    ['SOURCE_URL', 'javascript:alert(1)', /^SOURCE_URL must be a full address/],
    ['TRUST_PROXY', '10.0.0.0/8', /^TRUST_PROXY must list IP addresses/],
    ['TRUST_PROXY', 'true', /^TRUST_PROXY must list IP addresses/],
  ];
  for (const [name, value, says] of wrong)
    it(`refuse ${name}=${value} and say what it must be`, () => {
      assert.throws(
        () => readConfig({ [name]: value }),
        (error) => error instanceof WrongSettings && says.test(error.message),
      );
    });

  it('name every wrong one at once', () => {
    assert.throws(() => readConfig({ PORT: 'x', SMTP_URL: 'y' }), /PORT .*\nSMTP_URL /);
  });
});
