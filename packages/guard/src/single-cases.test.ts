import { describe, expect, it } from 'vitest'
import { findSingleCase } from './index.ts'

describe('a text like the case of one child is questioned', () => {
  it.each([
    'Ola (14) har sluttet på skolen.',
    'Vi er bekymret for Emma, 15 år, som ruser seg.',
    'Kari i 9B er sett sammen med dem.',
    'En 14 år gammel gutt, Mohammed, solgte hasj.',
    'Jenta i 8. klasse på Vestby ungdomsskole er utsatt.',
    'Eleven går i 10C på ungdomsskolen og ruser seg.',
    'Ein gut i 7. klasse på barneskulen? Nei: guten i 7. klasse på Vik skole.',
    'En gutt på 14 år i 9. trinn selger snus i skolegården.',
    'Jenta i 8B med rosa hår ruser seg.',
    'Kari Nordmann sin sønn har knust ruter på rådhuset.',
    'En 15-åring i 10. klasse ble tatt med kniv.',
    'Ei jente på 13 år har vore vitne til vald.',
  ])('%s', (text) => {
    const place = findSingleCase(text)
    expect(place).toBeDefined()
    expect(text.slice(place?.from, place?.to).length).toBeGreaterThan(5)
  })
})

describe('groups, trends and roles pass', () => {
  it.each([
    'Videregående – jenter som sliter psykisk',
    'Ungdomsteam Vest 13-16 år og ungdomsteam Øst 16–23 år',
    'Elever på 8. trinn ved alle ungdomsskoler får tilbud om UTSETT.',
    'Flere gutter på 14–15 år arrangerer slåsskamper etter skolen.',
    'Tiltaket gjelder barn og unge i alderen 12 til 18 år.',
    'Rektor ved Sandvika videregående skole',
    'Politiet ser en økning i bruk av e-sigaretter på 9. og 10. trinn.',
    'SLT-koordinatoren har 20 års erfaring.',
    'Beefing og knivbruk blant unge under 18 år',
    'Foreldremøter om rus for 7. klasse på alle barneskoler',
    'Anne Brit Hansen, fagsjef, leder gruppa.',
    'Han har ledet rådet i 20 år.',
    'Hver elev på 8. trinn får en samtale med helsesykepleier.',
    'Et barn som utsettes for vold, skal møte én person det kjenner.',
    'Ungdommen på 16 år og eldre møtes i sentrum.',
    'Alle 14-åringer får tilbud om MOT.',
    'Foreldre og deres sønner og døtre inviteres.',
  ])('%s', (text) => {
    expect(findSingleCase(text)).toBeUndefined()
  })
})
