/** First names, surnames, places, clubs and makes, as they are frequent in passwords. */
export const frequentNames = `
  aaron aberdeen abigail acmilan adam adelaide adrian adriana africa agnes aidan aisha ajax1900 alabama alan alaska
  alba albania albert alberta alberto alejandra alejandro alessandra alessandro alex alexa alexander alexandra
  alexandre alexandria alexia alexis alfaromeo alfonso alfred alfredo algeria alicante alice alicia alina alison
  allison alvaro alyssa amber amelia amelie anabel anastasia andalucia anders andersen anderson andersson andre andrea
  andreas andres andy angela angelica angelika angelique angie anita anja ankara anna annabelle anne annette annie
  antoine anton antonia antonio antwerp argentine arianna ariel arizona armando armenia arnold arthur artur ashlee
  ashton astonmartin astonvilla astrid asuncion athens atlanta atleticomadrid aubrey auckland audi audrey aurelie
  aurora australia austria azerbaijan bailey baker baltimore bangkok bangladesh barbara barnes barney barry basel
  bayern bayernmunchen beatrice beatriz becker beckham becky beijing belarus belfast belgium belgrade belinda benfica
  benjamin bennett bentley bergen berger bergmann berlin bermuda bernard bernardo bernd bernie bertha besiktas beth
  bethany betty beverly bianca billy birgit birmingham blake bluejays bmwm3 bobby bocajuniors bogota bolivia bonnie
  bordeaux borussiadortmund boston bournemouth brad bradley brandi brandon brandy bratislava bremen brenda brendan
  brent brett brian brianna bridget brighton brisbane bristol brittany brittney brooks brown bruce bruno brussels
  bryan bryant bucharest budapest buenosaires bugatti bulgaria bulgarien butler caitlin calcutta caleb calgary calvin
  cambodia cambridge cameroon camilla camille camilo campbell canada canberra cancun candace candice cardiff caribbean
  carina carl carla carlos carmen carol carolina caroline carolyn carpenter carrie carson carter casablanca casey
  cassandra cassie castillo catarina catherine cathy cecilia cedric celeste celine cesar chad chantal charlene
  charlotte chase chavez chechnya chelsey chelyabinsk cheryl chester chiara chile china chloe chris christa christian
  christina christine christoph christophe christopher chuck cincinnati cindy citroen claire clara clarence clarissa
  clark claude claudia claudio clayton clement cleveland clinton coimbra coleman colette colin colleen collins cologne
  connie connor conrad constance cooper copenhagen cordoba corey corinna corinne corinthians cornelia corsica courtney
  coventry cracow craig crawford cristian cristiano cristina croatia cruzeiro curitiba curtis cynthia cyprus daihatsu
  daisy dakota dale dalton damascus damian damien daniela daniele daniella danielle danny daphne darlene darrell
  darren dave david davies davis dawson dean debbie deborah debra delgado delhi delphine denise dennis denver derek
  desiree destinee detroit devin devon diana diane diaz diego dieter dimitri dolores dominic dominik dominique donald
  donna doris dorothy dortmund doug douglas dresden dubai dublin duncan dundee dunedin dustin dwayne dwight dylan
  dynamokiev eddie edgar edinburgh edith edmonton edmund eduard eduardo edward edwards edwin egypt eileen elaine
  eleanor elena eleonora eliana elias elijah elisabeth elise elizabeth ella ellen elliot elliott elmer elodie elsa
  emil emilia emilie emilio emily emma emmanuel enrico enzo eric erica erich ericsson erik erika erin ernest ernesto
  ernst erwin esmeralda espana esteban estefania esther estonia ethan ethiopia etienne eugene eugenia eunice europe
  evan evans evelyn evertonfc fabian fabienne fabio fabrice faith fatima fcbarcelona fcbayern federica federico
  felicia felipe felix fenerbahce ferguson fernanda fernandes fernandez fernando ferreira feyenoord fiat500 finlande
  fiona fischer fitzgerald flamengo fleming fletcher florence flores florian fordescort fordmustang fortaleza frances
  francesca francesco francis francisco franck franco francois francoise frank frankfurt frankie franklin franz
  frederic frederick fredrik fribourg frieda friedrich fuentes gabriel gabriela gabriele gabriella gabrielle garcia
  gavin gemma geneva genevieve genova geoffrey georgina gerald geraldine gerard gerhard germany gerrard ghana gianluca
  gibraltar gilbert gilles gina giorgia giorgio giovanna giovanni gisela giulia giuliana giuseppe glasgow glenn gloria
  gomez gonzales gordon grace graham grant gray greece green greenland greg gregor gregory greta griffin guadalajara
  guadalupe guatemala guenther guerrero guido guillaume guillermo gunther gustav gustavo gutierrez haifa hailey hanna
  hannes hannover hans hansen hansi hanson harold harriet harris harrison harry hartmann harvey havana hawkins hayden
  hayes hayley heather heidi heike heiko heinrich heinz helen helena helene helga helmut helsinki henderson hendrik
  henri henrik henry herman hermann hernandez herrera hewlettpackard hilary hoffman hoffmann holger holly honduras
  hongkong houston howard huawei huber hubert hughes hugo hungary hyundai ibrahim iceland ignacio indonesia ingo
  ingrid innsbruck internazionale iran iraq irene irina iris irving isaac isabel isabela isabell isabella isabelle
  isaiah istanbul isuzu ivan ivana jack jackie jackson jacob jacqueline jacques jaguarxj jaime jakarta jake jakob
  james jamie janet janice janine jared jasmin jasmine jason javier jayden jean jeanette jeanne jeff jefferson jeffrey
  jenkins jenna jennie jenny jens jensen jeremy jerome jerry jerusalem jesse jessie jill jimenez jimmy joachim joan
  joana joanna joanne joaquin jochen jodie joel joerg johann johanna johannes johannesburg johansson john johnathan
  johnny johnson johnston jonas jonathan jones jorge jose josef joseph josephine josh juan juanita judith judy juergen
  julia julian juliana juliane julianne julie julien juliet juliette julio julius justine kaitlyn kalle kansas karen
  karin karina karl karla karolina katarina kate katelyn katharina katherine kathleen kathmandu kathrin kathryn kathy
  katie katja katrin katrina kayla kazakhstan keith keller kelly kelsey kendra kennedy kenneth kenny kenya kerry
  kerstin kevin kia12345 kieran kiev kimberley kimberly kirsten klaus kobe24 koch koenig koenigsegg kosovo kovacs
  kowalski krakow krause kristen kristian kristin kristina kristine kruger krystal kuala kurt kuwait kyle kylie kyoto
  landcruiser lara larissa larry lars larsen larsson latvia laura lauren laurence laurent laurie lausanne lawrence
  lazio leah leandro lebanon lebron leeds lehmann leipzig lena lennart leon leona leonard leonardo leonie leroy leslie
  leticia lewandowski lewis lexus liam lidia lilian liliana lillian lily linda lindsay lindsey lisa lisboa lisbon
  lithuania ljubljana lloyd logan lola lombardia lopez lorena lorenz lorenzo loretta lorraine louis louisa louise luca
  lucas lucerne lucia luciana luciano lucie lucien lucille lucinda lucy ludovic ludwig luigi luis luisa lukas luke
  luxembourg lydia lynn lyon macedonia mackenzie macy madeleine madeline madison madrid magdalena magnus maier malaga
  malaysia malcolm malik mallorca malta manchestercity mancity mandy manfred manfredo manila manon manuel manuela marc
  marcel marcela marcella marcelo marcia marcio marco marcos marcus margaret margarita margot maria mariana marianne
  maribel marie mariel marietta marilyn mario marion marisa marisol marissa marjorie mark marko markus marlene marlon
  marseille marshall marta martha martin martina martine martinez martins marvin mary mason massimo mateo mathias
  mathieu mathilde matteo matthias matthieu maureen maurice mauricio mauritius maxim maxime maximilian maximiliano
  maxine maxwell mazda mcdonald mcgregor medina megan meghan melanie melbourne melinda melissa memphis mendez mendoza
  mercedesbenz meredith merle messi mexico meyer miami miguel mikael mike mikhail mila milan milano milena miles
  miller milton milwaukee mindy minneapolis minnesota minsk miranda miriam mississippi missouri misty mitchel mitchell
  mitsubishi mohamed mohammad mohammadi mohammed moises moldova molly monaco mongolia monica monika monique monterrey
  montgomery montpellier moore morales moreno morgan moritz morocco morris moscow mozambique mueller muhammad muller
  mumbai munich muriel murphy murray myriam nadia nadine nairobi nancy naomi napoli nashville natalia natalie nathalie
  nathan nathaniel neil nelson nestor netherlands newcastleunited neymar nguyen nicaragua nicholas nick nico nicola
  nicolas nicolette nicosia nielsen nigeria niklas nikola nikolai nikolas nils nina noah noel noelle nokia nora
  norbert norfolk norma norman normandy norwich nottingham novak novosibirsk nowak nuremberg octavia odessa olaf olga
  oliveira oliver olivia olivier olsen olsson olympiakos omaha omar ontario opelastra oregon ortega ortiz osaka oscar
  oskar oslo osvaldo ottawa otto owen owens pablo paige pakistan palestine palmeiras palmer paloma pamela panama
  panathinaikos paola paolo paris parker pascal patel patrice patricia patrick patrizia patterson patty paul paula
  paulina pauline paulo pedersen pedro peggy penelope pennsylvania percy pereira perez perry perth peru peter petersen
  peterson petersson petra peugeot philadelphia philip philipp philippe philippines phillip phillips phoebe phyllis
  pierre pietro pilar poland porto powell prague preston pretoria priscilla psveindhoven puertorico qatar quebec
  queensland quentin quito rachel rafael rafaela ralph ramirez ramon ramona ramos randall randy rangersfc raphael
  raquel raul raymond rebecca regina reginald reinhard renate rene renee reynaldo reynolds rhonda ricardo riccardo
  ricci richard richards richardson richter rick ricky riley rita rivera riverplate robbie roberta roberto roberts
  robertson robin robinson rocco rodney rodolfo rodrigo rodrigues rodriguez roger rogers roland rolando rollsroyce
  roma romain roman romania rome romeo romero ronald ronnie rosa rosalie rosalinda rosario rose rosemarie rosemary
  ross rossi rotterdam roussel roxana roxanne ruben rudolf rudolph ruiz rupert russell russia russo ruth ryan saab9000
  sabine sabrina sacramento salazar sally salvador salvatore salzburg samara samuel sanchez sanders sandra sandrine
  santana santiago santoro santos santosfc saopaulo sara sarah sarajevo sascha saskatchewan saunders savannah savoie
  scandinavia schmidt schmitt schmitz schneider schroeder schubert schulz schulze schumacher schumi schuster schwartz
  scott sean seatibiza seattle sebastian sebastien selena selina senegal serbia serena sergio seth sevilla sevillafc
  shana shane shanghai shannon shaquille sharma sharon shaun shaw shawn sheffield sheila shelly sherry shirley siberia
  sicilia sidney siegfried sierra sigrid silke silva silvia simmons simon simona simone simons singapore skoda
  slovakia slovenia smith soares sofia sofie solange somalia sonia sonja sony sophia sophie sorensen southafrica
  southampton spain spartak spencer sporting stacey stacy stanley stavanger stefan stefanie stefano stella stephan
  stephane stephanie stephen stephens steve steven stevens stewart stockholm strasbourg stuart stuttgart suarez subaru
  sudan sunderland susan susana susanna susanne suzanne sven svenja swansea sweden switzerland sydney sylvain sylvia
  sylvie syria tabitha tallinn tamara tammy tania tanja tanner tanya tanzania tasmania tatiana tbilisi teddy teheran
  telaviv terence teresa terrance terrence terry tessa texas thailand thea theo theodore theresa therese thibault
  thierry thompson thorsten tiffany timothy tina tirana tobias todd tokyo tommy tony torino toronto torres torsten
  toshiba tottenhamhotspur toulouse toyotacorolla tracey tracy travis trevor tricia trieste trinidad tristan trondheim
  troy tunisia turin turkiye turner tyler tyrone uganda ukraine ulrich ulrike unitedstates ursula uruguay utah utrecht
  valenciacf valentina valentino valeria valerie vancouver vanessa vargas vasquez vauxhall vazquez velasquez venezuela
  vera verena vernon verona veronica veronique vicente vicki vicky victoire victor vienna viktor viktoria vilnius
  vince vincent vincenzo viola violetta virginie vivian viviana viviane vladimir volvo wagner wales wallace walter
  walther wanda warren washington watkins wayne weber webster wellington wendy werderbremen werner wesley westbrom
  wheeler wilhelm wilkinson willem william williams williamson willie wilma wilson winkler winston wisconsin wolf
  wolff wolfram wolverhampton wood woods wright xavier xiaomi ximena yannick yasmin yasmine yemen yokohama yolanda
  yorkshire yugoslavia yvette yvonne zachary zagreb zambia zaragoza zenit92 zidane zimbabwe zimmerman zimmermann
  zurich
`

/** Frequent in Russian: as it is written, in Latin letters, and typed on the other keyboard. */
export const frequentInRussian = `
  aleksandra aleksandrovna aleksej aleksey alenka alexei alexey alisa anatoliy anatoly anechka antonina apelsin
  ariadna arkadiy artem artemka artyom babochka balerina barabashka barbaris barsik bastion belochka blondinka
  bogatstvo bogdan borodina bratan brilliant buratino cdtnf cdtnkfyf cfif cheburashka chelovek chempion cherepaha
  chernyj cvetochek dasha dashenka dashulya davidik dbrnjhbz delfin denchik dengi denis devochka devushka dfkthbz dima
  diman dimon djdjxrf dmitrii dmitriy dmitry doroga drakon druzhba dthjybrf ekaterina elizaveta evgenia evgeniy evgeny
  fedorov feniks fktrcfylh fotograf fyfcnfcbz galina gbhfymz gennadiy georgiy gitara gjkbyf golova golubka grigoriy
  igorek igorevna ilya irinka irishka ivanov ivanova ivanovich ivanovna jrcfyf kapitan kapusta karamelka kartoshka
  katenok katerina katyusha kazakova kexifz kirill kiska kisulya klubnika koketka komandir komp kompyuter konfeta
  konfetka konstantin korol koroleva koshka kotenok kotik kotyonok krasavchik krasavica krasotka kroshka ksenia ksusha
  kuznetsov kuznetsova larisa lastochka lenochka leonid lisenok lokomotiv lubimaya lubimiy lublu luchik ludmila
  lyagushka lyubov lyudmila mafiya malina malishka malysh malyshka mamamama mamochka marinka marinochka martishka
  masha mashenka mashina matvey medved melnik mihail mikhailov mirovoy misha mishka morozov moskva moyalubov mursik
  murzik muzika myshka nadejda nadezhda narkoman nastenka natali natalya nikitos nikolaev nikolay nikolayev novikov
  ntktajy obezyana oksana oksanka olechka olegovich olenka ostrov papa1234 parolparol parus pavel pavlik pavlov petrov
  petrova petrovich pingvin pobeda poehali polinka popugai pravda prikol princessa privetik programma programmist
  pupsik pushkin radost raduga raketa rhfcjnrf rjhjktdf rodina roksana romashka rossija rossiya ruslan ruslana russkiy
  ryabina rybalka rybka samolet sasha sashenka sashka sashulya schastye semenov semya serega serezha sergeev
  sergeevich sergeevna sergei sergej sidorov skazka slavik slonik smirnov smirnova snegurochka snezhana snezhinka
  sobachka sobaka sokol sokolov solnce solnishko solnyshko sonechka spasibo stanislav stepan svetik svetka svetlanka
  svoboda tanechka tanyusha tatyana tigrenok timofey traktor tumannost ulibka ulybka ustinov valera valeriy vasilek
  vasilisa vasiliy vasya verochka vfrcbv vfvf vfvfgfgf viktoriya viktorovna vishenka vitalik vitaliy vladik
  vladimirovich vladimirovna vladislav volodya vorobey vyacheslav yaroslav ybrbnf yfcntymrf yfcnz yulechka yulia
  yuliya yuriy zaichik zaika zajka zayka zhanna zhenya zhopa zinaida zolotko zoloto zvezda zvezdochka авангард
  августина александра александрович алексеевич алексей алина алиса анастасия анатолий ангел ангелина анечка антон
  антонина апельсин аркадий армагеддон артем артемка артур аэропорт бабочка балашиха барселона беларусь белочка береза
  березка бибика благодарность блондинка богатство богдан борис брат братан бриллиант будильник бумага буратино вадим
  валентин валентина валера валерий валерия ваня варвара василий василиса великолепный вера верблюд вероника весна
  вечность виктор виктория виталий вишенка владик владимир владислав власть вова вовочка водка возрождение волгоград
  волшебник воробей ворона воскресенье восток выходной вячеслав галина гарантия гарри генерал геннадий георгий герман
  гитара главный глобус город горошек господин григорий гром дарья дашенька двадцать девочка девушка декабрь дельфин
  денис день деньги десант детство джедай джульетта диана диман динамо дмитрий добрый доктор документ доллар дорогая
  дракон дружба дура дурак душа дьявол евгений евгения егор екатерина екатеринбург елена елизавета жанна железяка
  жемчужина женщина жизнь жопа журавль забава завтра загадка заноза запад заря здравствуйте зебра зеленый земля зенит
  зенитчемпион зима зинаида змея знание золото золушка зоопарк иванов иванова иваново игорь игрушка изабелла измена
  илья император индира инна интернет информация ирина иришка искра июль июнь йфяцычувс йцуйцу йцукенгшщз йцуфывячс
  кабанчик казань казахстан калинка каникулы капитан капуста карамель каратист карина картошка катюша катя квартира
  кирилл киса кискис кисуля клавиатура классный клубника книга княгиня козел козерог колбаса коля команда компьютер
  константин конфета конфетка корова королева король космос костя котик котята кошка кравченко красавица красавчик
  красный красота кремль кристина кролик ксения кузнецов кузнецова кукла кукуруза лариса ласточка лебедь легенда лена
  леночка леонид лето лидия лимон лиса лисенок локомотив лошадка луна лучик лучшая лучший любимая любимый людмила
  лягушка магазин магия майкл макс максимка малина малыш малышка мама мамапапа мамочка мандарин марго маришка мария
  маркиз мартышка маруся маска матвей матрица маша машенька машина медведь медвежонок мент мечта милана милашка милая
  миллион миллионер михаил миша мишутка молния молодец молоко москва мотоцикл моялюбовь музыка мурзик мурка мышка
  надежда надежный настенька настя наталья неважно нежность незнаю неизвестный немецкий ненавижу никита никитка
  никогда николай никто нина ничего новосибирск новыйгод ноябрь обезьяна облако одиночество одуванчик океан оксана
  октябрь олег оленька олеся олечка ольга орел осень отлично папа папамама паровоз парольпароль партизан паша пельмени
  персик петербург петр петров петрова петрович пингвин пиранья пистолет пицца победа победитель погода подарок
  подруга подсолнух поликлиника полина полковник понедельник попка попугай потолок правда праздник президент приветик
  принцесса прогресс прощай пушкин пятница работа радость радуга разведка раиса ракета ренат рената роза роман
  романтика ромашка россия россиявперед рубин рудольф руслан русский рыба рыбалка рыбка самара самолет самсунг санек
  санкт-петербург саня саша сашенька сашка свадьба света светик светочка свобода секрет семья сентябрь серега сережа
  сибирь синица сириус сказка скала скорпион слава славик сладкая слон слоник смерть смирнов снегурочка снежана
  снежинка снежок собака собачка сокол соколов солнечная солнце соня спартак спартакчемпион спасибо спорт станислав
  старт степан стрела стрелец студент суперзвезда супермен счастье танечка танюша таня тарас татьяна телефон
  терминатор тигр тигренок тимофей тимур тоска трактор тридцать тюльпан улыбка ульяна умница университет февраль федор
  феникс фокус фотограф франция футбол фыва фывапр фывапролдж фывафыва хабаровск хакер хомяк хорошо хочу царевна царь
  цветок цветочек целую чайка чебурашка человек челси челябинск чемпион черепаха черный четверг чикаго чудо шапка
  шахматы шевченко школа шоколад шоколадка шутка экзамен экономика электрик эльвира эмилия энергия юлечка юлия юпитер
  юрий яблоко ягодка яков ялюблюсебя ялюблютебя январь ярослав ярославль ястреб ятебя ятебялюблю ячсмить ячсмитьбю
`

/** Frequent in other languages. */
export const frequentElsewhere = `
  aardappel achtung aku123 alhamdulillah allah allahakbar allahuakbar amicizia amico amigos amistad amizade amor
  amorcito amore amoremio amoreterno amorino amormio amorzinho amour amoureux amourtoujours anfaenger anfang angelito
  angioletto anhyeuem aniolek anniversaire apfelbaum apfelkuchen appeltaart arcenciel arigato arschloch askim aurevoir
  aurinko auto autobahn aventura azert azertyui azucar azul bailarina ballonnen bambina bambolina banaani bayernliga
  bebe bebegim bellissima bellissimo benutzer besitos bharat bialystok biancaneve biedronka bienchen bienvenue
  bismillah bisounours bisous blomma blume blumen bollywood bonita bonjour boquita boulanger brasil bratwurst
  bricolage brigitte brotzeit bruder brujita buenosdias bundesliga butterblume caballo cachorro calamardo calcio
  camion campeon canciones caracol carinho carino cavallo chaton chaussette chauvesouris chefkoch chiquita chiquito
  chocolade chouchou ciao1234 ciaociao ciasteczko cielo cintaku cioccolata cioccolato coccinella coccinelle coelho
  colegio computadora contrasenia coquelicot coquine corazon corazones cosita coucou coucoucou cristorey cucciola
  cucciolo cuisine czekolada dackel danmark dauphin delfines delfino deusefiel deusteama dhoni diamant diavolo
  dickerchen dilwale diosesamor dolfijn donnerstag doudou doudoune dziewczyna ecureuil eekhoorn einhorn eintracht
  eisenbahn elamor elefante enamorada enamorado engelchen erdbeere erdbeeren escorpion escuela espanol esperanza
  estrela estrellas estrellita etoile euteamo evangelion familie famille farfalla felicidade felicidades felicita
  feliz ferien feuer feuerwehr fiets fietsbel flaquita fleur florecita flugzeug fodbold forzainter forzajuve
  forzamilan fotball fotboll fragola fraise framboise freiheit freitag fresita freunde freundschaft fripouille
  froschkoenig fussball futbol futbolista futebol gabbiano gandako ganesh ganesha gangnam gatinha gatinho gatito
  gatitos gattina gattino geheim geheimnis geld geldautomat giardino ginevra girasole glass123 glueck gluecklich
  goedemorgen golfinho gordita grenouille guitare guitarra hallihallo hallohallo hanuman hase haslohaslo hasloo
  hauptstadt haus hausboot heimat hejhej hemligt hermana hermano hermosa himmel hindustan hoffnung hoihoi1 hola
  holahola holamundo honig hund hundehaus ichbins ichliebedich iglesia immer india inshallah jaakko jaegermeister
  jaimatadi jaishreeram jalkapallo jardin jesuscristo jesusteama jesusteamo jesusvive jetadore jetaime jezus jollibee
  joyeux juguete kaczuszka kaetzchen kaffee kaffeetasse kaiser kalakukko kanelbulle karneval kartal kartoffel kasia
  kasteel katze katzen kennwort kerala kikker kinder kirsche kissanpentu klavier kochamcie kochanie koenigin koira
  koirat koniczyna konijn konijntje koningin konnichiwa kotek kuchen kucing kurczak kuschel kuschelbaer kwiatek
  kwiatuszek lagrimas lalunia lapin lapinou lasagna lass leberwurst legia1916 leones liberdade liberta libertad
  liberte licorne liebe lieben liebling lieveheersbeestje lieverd lindinha lindo123 lingon lobitos locura loewe
  lolek123 loquita loulou louloute lumiere luna123 lupetto mahalakshmi mahalkita mahalko maison mamae maman mamma
  mamour mandorla mansikka manzana marabou maracuya marcelinho marcin marcinek maremare margaritas marguerite
  marienkaefer mariposa mariposas marlena marmotte mascota mashallah matematica mateusz matkhau123 maus mausebaer
  mausi meerschwein meinpasswort merci meuamor mexicano miamor mibebe mich micorazon mifamilia minhavida minou
  minouche misamores misiaczek misio misiu mittwoch mivida moeder monamour monchat moncoeur monita montag montanas
  morango morenita morgen motorrad motylek mouette mozzarella mudar123 mummi muneca musik musique mutter myszka
  nachbar nachtigall namorada navidad nichts niedziela niemals niewiem nonna nonnina norge nounours nounoursse olifant
  omsairam ordinateur orsetto osito ositos ostern paard paarden pajarito palomita pamplemousse panda1 pannenkoek
  panthere papagei papamaman paperino papierosy paradis paraiso parapluie passarinho passwortpasswort patate peluche
  pelusa pepette perkele perrito perritos perro pescado petitcoeur pferd pferde piesek pilipinas pinocchio piolin
  piotrek pipoca pizza poderoso poesje pogiako poisson pollito polska pomodoro pompier poupette preciosa primavera
  princesse principe principessa printemps prinzessin przyjaciel puceron quetequiero quetzal raclette raffaella
  ragazza rahasia rakkaus ramadan regenbogen regenboog reinita renacer renard rennrad roudoudou rowerek sabrosa sachin
  sairam sakura sakurasakura salainen salsero salutsalut samochod sampdoria samstag sandmann saranghae saranghe
  saudade saudades sayang sayangku schalke schatten schatz schatzi schildkroete schildpad schlange schlumpf
  schlumpfine schmetterling schnee schneemann schnucki schoki schokolade schule schwester scimmia scudetto secretaire
  secreto sempre seniseviyorum sevgilim shivshakti siempre sifre123 sinterklaas sirenita sjokolade skole slagroom
  slonce sloneczko snoopy1 soledad solskin sommar sommarlov sommer sommerfugl sonne sonnenblume sonnenschein sonntag
  sonrisa sorella sorriso souris spatzi sriram stellina sternchen sternenstaub stokrotka sucesso superamigos supergaaf
  susi1234 svenska sverige szczescie taekwon tajemnica tartaruga tartarughe teamo teamomucho tekiero telefono tequiero
  tesorino tesoro test1234test tiamo tiamotanto tiger1234 tigres tigresa tigrotto topolino tortuga totoro tournesol
  trabzonspor tracteur traum traumfrau travesti travieso trebol trompette truskawka trustno2 tulipan tulpen unbekannt
  unicornio universidad urlaub vacances vakantie vanille vaquero vasco123 vater ventuno verano vergessen verliebt
  vinter violeta vitoria vittoria vlinder vlinders voetbal vogeltje vriendschap wasser wassermelone weihnachten
  weihnachtsmann welkom werwolf wichtig widzew wisla wojtek wolke zanzara zapato zaq12wsxc zauberer zomer zonnebloem
  zonneschijn zosia zucchero zucker zuckerpuppe zuhause
`
