print('Don't stop')
