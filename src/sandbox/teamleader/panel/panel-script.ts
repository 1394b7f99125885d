/** Every form posts its fields as JSON to its control verb and reloads; a refusal is shown instead. */
export const panelScript = `
const readers = {
  text: (field) => field.value === '' ? undefined : field.value,
  number: (field) => field.value === '' ? undefined : Number(field.value),
  cents: (field) => field.value === '' ? undefined : Math.round(Number(field.value.replace(',', '.')) * 100),
  flag: (field) => field.type === 'checkbox' ? field.checked : field.value === 'true',
  json: (field) => JSON.parse(field.value),
  customer: (field) => ({ type: field.value.split(':')[0], id: field.value.split(':')[1] }),
  booked: (field) => field.checked ? 'outstanding' : 'draft',
}
function put(target, path, value) {
  if (value === undefined) return
  const [key, ...rest] = path.split('.')
  if (rest.length === 0) target[key] = value
  else put(target[key] ??= {}, rest.join('.'), value)
}
function show(message) {
  const place = document.getElementById('problem')
  place.textContent = message
  place.hidden = false
}
document.addEventListener('submit', async (event) => {
  const form = event.target
  if (!form.dataset.verb) return
  event.preventDefault()
  if (form.dataset.confirm && !confirm(form.dataset.confirm)) return
  const body = {}
  try {
    for (const field of form.elements) {
      if (field.name) put(body, field.name, readers[field.dataset.kind ?? 'text'](field))
    }
  } catch (error) { return show('This field is not valid JSON: ' + error.message) }
  const response = await fetch('/control/' + form.dataset.verb, {
    method: form.dataset.method ?? 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  })
  if (response.ok) return location.reload()
  const answer = await response.json()
  show(answer.errors.map((error) => error.title).join('; '))
})
`
