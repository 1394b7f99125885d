// Adds what needs a script: buttons that copy. The page is complete without them.
const status = document.getElementById('copied')

for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = !navigator.clipboard
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(button.dataset.copy).then(() => tell(button))
  })
}

function tell(button) {
  const label = button.textContent
  button.textContent = button.dataset.copied
  status.textContent = button.dataset.copied
  setTimeout(() => {
    button.textContent = label
    status.textContent = ''
  }, 2000)
}
