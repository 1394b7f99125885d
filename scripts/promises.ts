console.log('no promise is listed yet')
