import { hear } from '@samrad/db'
import { PgBoss, type JobWithMetadata } from 'pg-boss'
import type { Logger } from 'pino'
import type { Courier } from './courier.ts'

const tz = 'Europe/Oslo'
// From a minute to some hours: post offices are down for a while.
const patient = { retryLimit: 8, retryDelay: 60, retryBackoff: true }
const everyMinute = '* * * * *'
const everyTenMinutes = '*/10 * * * *'
const everyNight = '30 3 * * *'

/** What makes jobs of the courier’s rounds: a queue in the database, for however many processes there are. */
export async function startJobs(url: string, courier: Courier, log: Logger): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({ connectionString: url, schema: 'samrad_jobs', max: 2, application_name: 'samrad jobs' })
  boss.on('error', (error) => log.error({ err: error }, 'jobs'))
  await boss.start()

  // One round at a time and one more waiting, for what came meanwhile; one letter once, whoever finds it.
  for (const name of ['collect', 'gather', 'tidy']) await boss.createQueue(name, { policy: 'stately', retryLimit: 0 })
  for (const name of ['letter', 'news']) await boss.createQueue(name, { policy: 'exclusive', ...patient })

  await boss.work('collect', async () => {
    for (const id of await courier.due()) await boss.send('letter', { id }, { singletonKey: id })
  })
  await boss.work('letter', { includeMetadata: true }, async ([job]: JobWithMetadata<{ id: string }>[]) => {
    if (!job) return
    const { id } = job.data
    await courier.send(id).catch(async (error: Error) => {
      // What the post office says may name whom it is to.
      log.warn({ letter: id, try: job.retryCount + 1 }, 'a letter was not taken')
      if (job.retryCount < job.retryLimit) throw error
      await courier.giveUp(id, error.message)
    })
  })
  await boss.work('gather', async () => {
    for (const { account_id: id } of await courier.readers()) await boss.send('news', { id }, { singletonKey: id })
  })
  await boss.work<{ id: string }>('news', async ([job]) => {
    if (job) await courier.tell(job.data.id)
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
      await boss.stop({ graceful: true, timeout: 5_000 })
    },
  }
}
