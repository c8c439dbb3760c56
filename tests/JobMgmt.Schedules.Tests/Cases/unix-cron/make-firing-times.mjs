// Makes firing-times.jsonl: crontab times with how often and when they are due in 2026 (UTC), by two independent implementations that have to agree.
// In a folder with `npm install croner cron-parser`: node make-firing-times.mjs > firing-times.jsonl
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
const require = createRequire(join(process.cwd(), 'package.json'));
const { Cron } = require('croner');
const { CronExpressionParser } = require('cron-parser');

const from = new Date('2025-12-31T23:59:59Z'), to = new Date('2027-01-01T00:00:00Z');
let seed = 20261128;
const random = n => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
const pick = list => list[random(list.length)];

const minutes = ['0', '5', '30', '59', '*/15', '*/7', '0,30', '10-20', '10-40/10', '3,7,50-55', '1-59/2', '*'];
const hours = ['0', '3', '12', '23', '*', '*/2', '*/5', '8-18', '9,17', '0-6/3', '22,23,0', '1-23/7'];
const days = ['1', '15', '31', '29', '1,15', '1-7', '10-20/5', '28-31', '2,4,6'];
const months = ['*', '1', '2', '12', 'JAN', 'feb,aug', '*/3', '3-5', '1,7', '6-12/2', 'Apr-Jun'];
const weekdays = ['0', '7', '1', '5', 'MON', 'mon-fri', '1-5', '0,6', '6,7', '5-7', 'sun', '1-6/2', 'TUE,THU'];
const expressions = new Set([
  '* * * * *', '0 0 * * *', '@daily', '@hourly', '@weekly', '@monthly', '@yearly', '@annually', '@midnight', '0 0 29 2 *', '0 0 1-31 * 1', '0 0 1 * 0-6', '30 4 1,15 * 5',
  '0 22 * * 1-5', '23 0-23/2 * * *', '5 4 * * sun', '0 0 13 * FRI', '17 * * * *', '25 6 * * *', '47 6 * * 7', '52 6 1 * *', '0 12 */2 * *', '0 12 * * */2', '59 23 31 12 *',
]);
while (expressions.size < 500) {
  const kind = random(3);
  expressions.add([pick(minutes), pick(hours), kind === 0 ? '*' : pick(days), pick(months), kind === 1 ? '*' : pick(weekdays)].join(' '));
}

function* due(next) {
  for (let at = from; ;) {
    at = next(at);
    if (!at || at >= to) return;
    yield at.toISOString().slice(0, 16);
  }
}

for (const expression of expressions) {
  const first = [...due(at => new Cron(expression, { timezone: 'UTC' }).nextRun(at))];
  const second = [...due(at => { try { return CronExpressionParser.parse(expression, { currentDate: at, tz: 'UTC' }).next().toDate(); } catch { return null; } })];
  const hash = list => createHash('sha256').update(list.join('\n')).digest('hex');
  if (hash(first) !== hash(second)) {
    process.stderr.write(`${expression}: ${first.length} and ${second.length}\n`);
    continue;
  }
  process.stdout.write(JSON.stringify({ cron: expression, count: first.length, first: first.slice(0, 3), last: first.at(-1) ?? null, sha256: hash(first) }) + '\n');
}
