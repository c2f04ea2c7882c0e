import { hear } from '@samrad/db'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Courier } from './courier.ts'

const tz = 'Europe/Oslo'
const everyMinute = '* * * * *'
const everyTenMinutes = '*/10 * * * *'
const everyNight = '30 3 * * *'
const lettersAtOnce = 3

/** What makes jobs of the courier’s rounds: a queue in the database, for however many processes there are. */
export async function startJobs(url: string, courier: Courier, log: Logger): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({ connectionString: url, schema: 'samrad_jobs', max: 2, application_name: 'samrad jobs' })
  boss.on('error', (error) => log.error({ err: error }, 'jobs'))
  await boss.start()

  // One round at a time and one more waiting, for what came meanwhile; one letter once, whoever finds it. What fails is
  // found again by the next round. A process that dies holds a job for a minute.
  const job = { retryLimit: 0, expireInSeconds: 60 }
  for (const name of ['collect', 'gather', 'tidy']) await boss.createQueue(name, { policy: 'stately', ...job })
  for (const name of ['letter', 'news']) await boss.createQueue(name, { policy: 'exclusive', ...job })

  await boss.work('collect', async () => {
    for (const id of await courier.due()) await boss.send('letter', { id }, { singletonKey: id })
  })
  await boss.work<{ id: string }>(
    'letter',
    { localConcurrency: lettersAtOnce, pollingIntervalSeconds: 1 },
    async ([one]) => {
      const code = one && (await courier.send(one.data.id))
      if (code) log.warn({ letter: one.data.id, code }, 'a letter was not taken')
    },
  )
  await boss.work('gather', async () => {
    for (const { account_id: id } of await courier.readers()) await boss.send('news', { id }, { singletonKey: id })
  })
  await boss.work<{ id: string }>('news', async ([one]) => {
    // What is thrown is kept with the job: no words of others.
    await courier.tell(one?.data.id ?? '').catch((error: Error) => {
      log.warn({ account: one?.data.id, why: error.message.slice(0, 200) }, 'news were not told')
      throw new Error('news were not told')
    })
  })
  await boss.work('tidy', () => courier.tidy())

  await boss.schedule('collect', everyMinute, null, { tz })
  await boss.schedule('gather', everyTenMinutes, null, { tz })
  await boss.schedule('tidy', everyNight, null, { tz })
  // What is due at once does not wait for the minute.
  const ear = await hear(url, 'samrad_letters', () => {
    boss.send('collect', null).catch((error: Error) => log.error({ err: error }, 'jobs'))
  })
  return {
    stop: async () => {
      await ear.close()
      // A letter that is being taken is waited for, or it would be sent again.
      await boss.stop({ graceful: true, timeout: 12_000 })
    },
  }
}
