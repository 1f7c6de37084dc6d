/** Words and pairs of words that are frequent as passwords. */
export const frequentWords = `
  aaaaaa aaaaaaaa aabbcc aabbccdd abcabc abcdabcd abracadabra acapulco access accord account active adidas adminadmin
  adrenalin airborne airbus aircraft airforce airplane akula alakazam alliance allstar allstars alphabet altima always
  amanda amateur amazing amazon ambrosia america american amerika amsterdam anakin anarchy andrew android angel
  angelina angels animal animals anime annoying anthony anything apache apocalypse apollo apple applepie apples
  applesauce april aqualung aquarium aquarius aragorn arcade archangel archer arctic argentina armada armageddon
  armani armstrong arrows arsenal artist asdasd asdfjkl asdfqwer asdfzxcv asdqwe asdzxc ashley aspirine assassin
  assassins asterix asteroid astronaut atlantic atlantis atmosphere atomic attack attitude august austin autumn
  avalanche avalon avatar avenger avengers awesome azerty azertyuiop azsxdc azsxdcfv babyblue babyboo babyboy
  babycakes babydoll babyface babylon backdoor backpack backspace backspin backstreet badass badboy badboys badger
  badgers badgirl baller ballin baloney bambam banana bananas bandit bandits banshee barbie barcelona bartman bastard
  bastards batmobile battle battlefield battleship bball bbbbbb beach beaches beagle beanbag beaner bearbear bearcat
  bearcats beatles beautiful beauty beaver beavers beavis because beefcake beepbeep beerbeer beerman beethoven beetle
  beetlejuice believe bellabella bestfriend bestfriends betterdays bigbang bigbear bigben bigbird bigboss bigboy
  bigbrother bigdaddy bigdog bigdogs bigfish bigfoot bigguy bigmac bigman bigmike bigmoney bigone bigred bigshow
  bigtime bigtruck billybob billyboy biohazard bionicle birdie birdman birthday bismarck bitchass bitches bizkit
  blabla blablabla blackbelt blackberry blackbird blackcat blackdog blackdragon blackhawk blackheart blackhole blackie
  blackjack blackman blackmetal blackout blackpool blackrose blacksheep blackstar blackwhite blade blaster blazer
  blazers blessed blessing blizzard blonde blondie bloodhound bloodline bloody blowfish blowjob blowme blueball
  bluebell blueberry bluebird blueblue blueboy bluedog bluedragon blueeyes bluefish bluegrass bluejay bluemoon
  bluerose bluesky bluesman bluestar bluewater bobafett bobcat bobcats bobdylan bobmarley bollocks bombay bombers
  bonanza bonehead bookworm boomer boomerang bootsie boricua borussia boss bouncer bowling bowwow boyfriend boyscout
  bradpitt brainiac braves brazil breakdance breaker brewster bright britney bronco broncos brooklyn brother brothers
  brownie brownies brucelee brutus bubba bubbas bubble bubblegum bubbles buckeye buckeyes buckshot buddha buddies
  buddyboy budgie budlight budweiser buffalo bugsbunny bulldog bulldogs bullet bullets bullfrog bullseye bumblebee
  bunghole bunnies burgers burnout buster busterdog butter butterball buttercup butterfly butthead buttons buzzard
  buzzlightyear cabbage caboose cabron cadillac caliente california callie callisto callofduty camaro camaross camelot
  camera cameron camping canadian canadien cancer candle candycane candyman cannabis cannon cannonball cantona caonima
  capcom capitals capricorn captain caramel caravan cardinal cardinals carebear carebears carnival carpediem carrot
  carrots cartman cartoon casanova cascade casino casper catalina catalyst catcat catdog caterpillar catfish cathouse
  catman catwoman cavalier cccccc celebrity celica celtic celtics centurion century cerberus challenge challenger
  chameleon champion champions championship chance change changeit chaos charger chargers charles charlie charming
  charter chaser cheater checkers cheeks cheerleader cheerleading cheese cheeseburger cheesecake cheetah cheezit
  chelsea chemistry cherokee cherries cherrypie cheshire chestnut chevelle chevrolet chewbacca chewie chicago chicken
  chickens chickenwing chihuahua chilidog chipmunk chipper chippy chivas chocolat chocolate chocolates choochoo
  chopper chrisbrown christ christmas chronic chrysler chubby chucky cinderella cinnamon circus cisco citation citizen
  cleopatra clever clippers clockwork clover clovers clowns cocacola cocker coconut coconuts codename codered coffee
  coldplay coleslaw collector college colombia colonel colorado colors columbia comanche combat comcast comedy comet
  commander commando common company computer computers concept concord concorde concrete condor confused connect
  connection conquest consumer contact contest control converse cookie cookiemonster cookies cooking coolbeans coolcat
  cooldude coolguy coolio coolkid coolman coolness copper corleone corolla corona corporate corsair corvette cosmic
  cosmos costarica cottage cougar cougars counter counterstrike country courage coursera cowboy cowboys cowboyup
  cowgirl coyote coyotes cracker crackers crackhead cranberry crazybitch crazyboy crazyman cream creamy creation
  creative creature cricket crimson critical crocodile cromwell crossbow crossfire crossroads crunch crusader crusher
  crying crystal csigers cubbies cubswin cuddles cupcake cupcakes customer cutegirl cuteness cutiepie cyberpunk cyborg
  cyclone cyclones cyclops daddysgirl daewoo daffodil dagger dalejr dallas damnit dancer dancers danceswithwolves
  dancing danger dangerous daniel dapper daredevil darkangel darkblue darkdragon darkelf darkknight darklord darkman
  darkmoon darkness darkone darkside darkstar darkwing darling darthvader dartmouth dashboard database daughter davids
  daylight daytona dbldad deadhead deadline deadly deadman deadpool deadspin deathmetal deathnote deathrow december
  decker deepblue deeppurple defender defiant delaware delete delight delivery delldell deltaforce demons denied
  denmark depeche depechemode deputy derrick desert design designer desire destiny destroy destroyer deutsch
  deutschland developer devildog devilman devilmaycry devils devotion dewalt diablo diamond diamonds dickhead
  dictionary dietcoke digger diggity digimon digital dilbert dilligaf dimples dinamo dinosaur dinosaurs diplomat
  director dirtbike dirty disaster disco discovery disney disneyland disneyworld disturbed divine django dodgeram
  dodgers dogbert dogbone dogcat dogdog dogfood doggie doggies doghouse doglover dogman dogmeat dogpound dolemite
  dollar dollars dolphin dolphins domination dominator domino donkey donkeykong donotenter dontforget dontknow doobie
  doodle doodles doogie doomsday doraemon dothedew doubled download downtown dragonball dragonballz dragonfire
  dragonfly dragonforce dragons dragonslayer dragster dreamcast dreamer dreams dreamteam dressage drifter drifting
  driver dropdead drowssap drumline drummer drummers ducati duckduck duckie dudedude dukeduke dumbass dumbledore
  dunhill duracell durango dynamic dynamite dynasty eagles earnhardt earthlink earthquake easter eatme eatshit eclipse
  ecuador edison eggplant einstein elcamino eldorado electra electric electronic elegance element elephant elephants
  elevator elpaso elvispresley elwood emerald eminem emotional emperor empire encounter endless endurance energy
  engage engine engineer england enigma enrique enter enterprise entrance entropy envelope epiphone epsilon equinox
  erotic escalade escape escort eskimo espresso essence estrella eternal eternity europa everest everlast everquest
  everton evolution excalibur excellent exchange excited exodus exotic expedition expert explore explorer express
  extreme fabulous facebook faithful falcon falcons fallen fallenangel fallout familia family familyguy fanatic
  fantasia fantastic fantasy farmer farside fashion fastball fastcar fatass fatboy fatcat father fatman favorite
  fearfactory fearless feather feathers february federal fedora feedback feelgood felicidad fender fenderbass fenris
  ferrari ferret festival fetish fiction fiddle fighter fighting finalfantasy finland fireball firebird firefighter
  firefire firefly firefox firehawk fireman firenze firestorm firetruck firewall firewire fireworks fishbone fisher
  fisherman fishermen fishes fishfish fishhead fishhook fishing fishman fishtank fitness flamenco flames flamingo
  flanders flasher flawless flexible flexscan flipflop flipper florida flounder flower flowerpower flowers fluffy
  fluffybunny fluminense flyboy flyers flyfish flyguy flying foofight foofighters fool forest forester forever
  forgetit forgetme forgetmenot forgiven forgot forgotten formula forsaken fortnite fortress fortuna fortune forward
  foster fountain fourteen foxtrot foxylady fozzie frankenstein freaks freaky freddy freebird freedom freefall
  freefree freelance freelancer freeman freemason freepass freestyle freeuser freeway freezer french frenchie freshman
  friday friend friendly friends friendship frisbee fritos frodo frogger froggie froggy frogman frogs frontier frosty
  fruitcake fucked fucker fuckers fuckface fuckher fucking fuckinside fuckit fuckthis fugazi fulham fullmetal fullmoon
  funfun funky funkytown funnyman furball future fuzzball fuzzy galactic galatasaray galaxy galore gambit gamble
  gambler gameboy gamecube gameover gamers gamespot gangsta gangster garfield gargoyle garlic gasman gatekeeper
  gateway gators gemini general generation genesis genius gentle gentleman george georgetown georgia geronimo getmoney
  getout ghetto ghostrider ghosts giants gibson gigabyte gilligan ginger gizmodo gladiator gladiators glamour glendale
  glitter global globus glorious godfather godisgood godislove godsmack godspeed godzilla goforit gogogo gohome
  goirish goldberg golden goldenboy goldeneagle goldeneye goldfinger goldfish goldie goldrush goldstar goldwing
  golfball golfer golfgolf golfing goliath gonzalez goober goobers goodboy goodbye goodday gooddog goodgirl goodlife
  goodluck goodman goodmorning goodnews goodnight goodtime goodtimes google gooner gooners goosebumps gorgeous gorilla
  gotcha gotenks gotham gothic gotmilk government grandam grandma grandmother grandpa grandprix granite grapefruit
  grapes graphics grasshopper grateful gratefuldead graveyard greatest greatone greenbay greenday greendog greene
  greeneyes greengreen greenhouse greenlantern greenleaf greenman greenpeace greentea gremlin grendel griffey grinder
  gringo grizzly groove groovy groucho grumpy guardian guerilla guess guesswho guiness guinness guitar guitarhero
  guitarist guitarman guitars gummybear gundam gunner gunners gunsmoke gunsnroses gymnast gymnastics hahaha hahahaha
  halflife halfmoon hallo halloween hamburg hamburger hamilton hammer hammerhead hamster handball handsome handyman
  hangman hangover hannah happiness happy happyday happydays happydog happyfeet happyhappy happyman happyness hardball
  hardcore hardrock hardstyle hardware hardwood harley harleydavidson harmony harrypotter harvard harvest hatebreed
  hateyou hatred havefun hawaii hawaiian hawkeye hawkeyes haxor header headhunter health heart hearts heaven heavenly
  heavymetal hedgehog heineken heinlein hejsan helicopter hellboy hellfire hello hellokitty helloween helloworld
  hellraiser hellsing hellyeah helpless helpme herbert hercules hermes hermione hesoyam heyhey heythere hibernia
  highland highlander highlife highschool highspeed highway hillbilly hillside hiphop hippie history hitman hobbit
  holiday holidays holland hollister hollow hollywood holmes holyshit homebase homeboy homebrew homeless homerj
  homerun homesick homework hondacivic honest honeybear honeybee honeybun honeybunny honeydew honeymoon honolulu honor
  hooligan hooligans hoosier hoosiers hooters hopeful horizon hornet hornets horny horseman horsepower horses hospital
  hotboy hotchick hotdog hotdogs hotgirl hotlips hotmail hotmama hotness hotpink hotrod hotsauce hotshot hotstuff
  hotwheels housewife howareyou hummer hummingbird hundred hunter hunters hunting hurricane hurricanes husker huskers
  huskies hustler hyperion hysteria iamcool iamgod iamthebest iamtheone icandoit iceberg icecream icecube icehouse
  iceman idontcare idontknow idunno iforget iforgot ignition iguana ihateu ihateyou illmatic illuminati illusion
  iloveamy ilovecats ilovechrist ilovedad ilovedogs ilovegod iloveher ilovehim ilovejesus ilovemom ilovemum ilovemusic
  ilovemyself ilovesex ilovethis iloveyoubaby iloveyouforever iloveyousomuch imagination imagine immortal impact
  impala imperial imperium important impossible inconnu incubus independence independent indian indiana indians indigo
  industry inferno infinite infiniti infinity info information inlove innocent insane insanity insert inside insider
  insight inspiration inspired inspiron instagram install installer integra integral integrity intelligent inter
  international internet interpol intranet intrepid intruder inuyasha invader invalid invasion invictus invincible
  invisible iphone ireland irishman ironhorse ironmaiden ironman island islander israel italia italian italiano
  itsasecret itsme jackal jackass jackblack jackfrost jackhammer jackpot jackrabbit jackstraw jaguar jaguars jamaica
  jamaican jamesbond january jayhawk jayhawks jazzman jazzmin jazzy jeepers jellybean jellybeans jellyfish jennifer
  jeremiah jerkoff jessica jesusfreak jesuslives jethro jetjet jetski jigsaw jimbob jimihendrix jobhunter johndeer
  johndoe johngalt johnjohn johnlennon jokerman jonasbrothers jordan joshua journey joyful joystick juggalo juggernaut
  juice juicy juicyfruit july jumper jumpman jumpstart june junebug jungle jupiter jurassic justdoit justforfun
  justice justinbieber justme juventus kamasutra kamehameha kamikaze kangaroo karaoke karate kawasaki keeper keepout
  kentucky kerrigan kickass kickboxing kicker kickflip kidrock killbill killer killers killjoy killme killswitch
  killzone kimkim kindness kingdom kingdomhearts kingfish kingfisher kingking kingkong kingpin kingsize kingston
  kipper kisses kisskiss kissme kissmyass kitchen kitkat kitten kittens kitties kittycat kittykat kittykitty kiwikiwi
  klingon knickers knicks knight knights knockout knuckles kokakola komputer kookie koolaid krishna kristall krokodil
  krusty krypton kryptonite labrador labyrinth lacoste lacrosse ladies ladybird ladybug ladygaga lakeland lakers
  lakeside lambert lamborghini lampard lancer landlord landmark landrover landscape language laptop lasers lastchance
  lasttime lasvegas latinlover laughing laughter laundry lavalamp lavender lawnmower lawyer lazarus leader leather
  legacy legend legendary legends legion legolas leicester lemonade lemondrop lemons lenovo leopard leprechaun lesbian
  lestat letitbe letmesee letsdoit letsgo lexmark liberty libra license lickme lifeguard lifeisgood lifestyle lifetime
  lighter lighthouse lightning lights lightspeed likemike lilangel lilmama lilman lilwayne limewire limited limpbizkit
  lincoln linkedin linkinpark lionheart lionking liquid listen lithium littlebear littlebit littleboy littlegirl
  littleman littleone livelife livelove liveoak liverpool liverpoolfc livestrong lizard lobster lockdown logitech
  lolipop lolita lollipop lollipops lollol lololo lolololo london londra lonely lonelyboy lonestar lonewolf longboard
  longbow longhair longhorn longhorns looking lookout looney looper lordofthedance lordoftherings losangeles loser
  losers lottery loudmouth louisiana loveable lovebird lovebirds lovebug loveforever lovehate lovehurts loveislife
  lovelace loveless lovelife lovelove lovely lovemaking loveofmylife lovepeace lover loverboy lovergirl lovers
  lovesick lovesong lovestory loveu loving lowrider loyalty lucifer luckydog luckygirl luckyone luckystar lumberjack
  lunchbox macarena machine macintosh mackdaddy madhouse madmax madness madonna maestro mafia magazine maggie magical
  magician magicman magnet magnetic magnolia magnum maiden mailman mainstreet makaveli makelove makemoney malcolmx
  malibu mallard mamacita mamamia mamapapa manager managers manchester manchesterunited mandarin mandingo mandrake
  manga maniac manman manofsteel manowar manson mantra manunited manutd maradona marathon marbles march mariachi
  marihuana marijuana marina mariners mariokart marlboro married marshmallow martini marvel maryjane maserati
  masquerade massacre massage massive masterchief masterkey mastermaster mastermind masters mastodon matador matchbox
  material matrix matrixx matthew mature maverick maximum maximus maxpower mayday mcdonalds meatball meatloaf mechanic
  medical medicine medieval megadeth megaman megatron melody member memorex memorial memories memory mental mercedes
  mercury merlin mermaid merrychristmas messenger messiah metalgear metalhead metallic metallica metalslug meteor
  metroid metropolis mexican michael michaeljackson michelle michigan mickeymouse micro microphone microsoft midnight
  mikemike military milkman milkshake milkyway millenium millennium million millionaire millions millwall minecraft
  miniclip minicooper minime minimum ministry minnie minotaur miracle miracles mirage mirror misfit misfits mission
  mistress mittens mobile modelsne modern mohawk moloko momanddad momdad mommy monalisa monarch monday moneymaker
  moneyman moneymoney mongoose monitor monkeyboy monkeybutt monkeyman monkeys monopoly monster monsters montana
  montecarlo montreal moocow moomoo moonbeam mooncake moonchild moondog moonlight moonmoon moonraker moonshine
  moonstar moparman morgoth morpheus mortal mortalkombat mortgage mosquito mother motherfucker motherlode motion
  motley motocros motocross motorbike motorcycle motorhead motorola mountain mountaindew mountains movies mudvayne
  muffin muffins mulder multimedia murder muscle mushroom mushrooms musica musical musician musiclover mustangs
  mustard mutant myangel mybaby mybabygirl mybuddy mycomputer mydarling mydog myfamily myfriend mykids mylife mylove
  mymoney mymother myname mynameis mypass mypassword myplace mysecret myself myspace mysql mystery mystic mystical
  mythology namaste nameless naruto narutouzumaki nascar nastya national nationals natural nature naughty nautilus
  nebraska necromancer needforspeed nemesis neopets neptune netscape network networks nevada never neveragain
  neverland nevermind nevermore newcastle newcomer newhouse newjersey newlife newlove newman newpass newpassword
  newport newstart newton newworld newyear newyork newyorkcity newyorker newzealand nextel nicegirl niceguy nicole
  nicotine night nightcrawler nightfall nighthawk nightmare nightshade nightwing nightwish nikita nimbus ninjas
  nintendo nirvana nissan nitram nitro nobody nofear nomad nomoney nomore noname nonono nonsense noodle noodles nopass
  nopassword normal northern northstar northwest norway nosferatu nostromo notebook notguilty nothing notorious
  notredame november nowayout nowhere nuclear nudist number numberone numbers nursing nutcracker nutella oakland
  oakley oasis obelix observer obsession obsidian obvious ocean oceanside october octopus odyssey office officer
  offshore offspring ohmygod ohshit oklahoma oldman oldschool oldspice olympia olympic olympus omgomg omgwtf omnislash
  oneday onelove onemore onepiece onetime onetwo onetwothree onlyme onlyone onlyyou open operator optimist optimus
  optimusprime optional oracle orange oranges orchard orchid oriental original orioles outback outkast outlaw outlaws
  outside overkill overload overlord oxford oxygen paintball paintbrush paladin palermo pallmall panasonic pancake
  pancakes pandabear pandora pantera panther panthers panties papamama paperclip papillon parachute paradigm paradise
  paradox paraguay paramore paranoia paranoid parasite parrot partizan partner partnercenter partytime pasadena
  passage passat passcode passion passme passpass passport passthis passwor passwordpassword passwords pathfinder
  patience patriot patriots pavilion payday peaceandlove peaceful peacelove peacemaker peaches peachy peacock peanut
  peanutbutter peanuts pearljam pebbles pegasus pelican penguin penguins pentagon pentagram pentium people pepper
  peppermint pepsicola perfect perfecto performance permanent persona personal personality petunia phantom pharmacy
  philips phillies philosophy phoenix photography photos photoshop physics pianoman picasso pickle pickles picture
  pictures piercing pigeon piglet pikachu pimpdaddy pimpin pimping pimpshit pineapple pinetree pinewood pingpong
  pinhead pinkfloyd pinkie pinklady pinkpanther pinkpink pinnacle pioneer pipeline piramida piranha pirate pirates
  pirulo pisces pissoff pistol pistons pitbull pitbulls pitstop pittsburgh pizzahut pizzaman pizzapie planet planets
  plastic platinum platypus playball playboy player players playgirl playing playmate playstation playtime please
  pleasure plumber plymouth pocket poetry poisonivy poiuyt poiuytrewq pokemon pokerface polarbear police policeman
  polina politics poohbear poontang poophead poopie poopoo pooppoop popcorn popeye popopo poppies popsicle populous
  porkchop pornography pornstar porsche portable portland portugal positive possible postal postgres postman potato
  potatoes pothead powder power powerful powerhouse powerrangers powers predator prelude premier premium president
  presidente presley prestige presto pretender pretty prettygirl prettyinpink prince princesa princesita princess
  princeton principal printer printing priority private problem prodigy producer production professional professor
  profile profit program programmer progress project promise prophecy prophet prospect prosper prosperity protection
  protocol protoss proverbs providence provider psycho psychology public pulsar pumpkin pumpkins punisher punkass
  punkrock punkrocker puppies puppydog puppylove pureevil purple purplehaze purplerain pussies pussycat puzzle pyramid
  pyramids qawsed qawsedrf qazqaz qazwsxedcrfv quality quantum quarter quartz quasar quattro queenbee question
  quicksilver quiksilver qweqwe qweqweqwe qwer qwerasdf qwerasdfzxcv qwerqwer qwert qwertyqwerty qwertyu qwertz
  qwertzu qwertzui qwertzuiop rabbit rabbits raccoon racecar racer racerx racing radical radioactive radiohead raider
  raiders railroad rainbow rainbows rainbowsix raindrop rainforest raining rainman rainyday raistlin rammstein ramones
  ramrod ranger rangers rapture rapunzel rascal raspberry rastafari ratatouille ratman rattlesnake ravenclaw ravens
  razorback razorbacks reading reality realmadrid realmoney realtor rebellion rebels reborn recovery redalert redapple
  redbaron redbird redbull redcar redcross reddevil reddevils reddog reddragon redeemed redeemer redeye redhat redhead
  redhot redlight redline redman redneck rednecks redred redriver redrose redrum redskin redskins redsox redstar
  redstone redwine redwing redwings redwood reefer reflex reggae regional register rejected relax release relentless
  reliance remember remote renault renegade republic request research reseller reserved resident resistance resolution
  respect retired return revelation revenge reverse revolution revolver reznor rhubarb ribbit richmond ricochet
  riffraff righteous ringo ripcurl ripper riptide riverside roadkill roadking roadrunner roadster robert robocop
  robotech robotics rocker rocket rocketman rockets rockhard rockies rocknroll rockon rockrock rockstar rockwell
  roller rollercoaster rolling rollingstones rollins romance romantic ronaldinho ronaldo rooster roosters rootbeer
  rootroot rosebud rosebush rottweiler roundup router rowing royal royals rubber ruffryders rulezz runaway runescape
  runner running rushmore russian ruthless sabbath sabotage sacred sacrifice sadness sagittarius saibaba saiyan
  salamander salmon salvation samantha samsam samsung samurai sanctuary sandbox sandiego sandman sandwich sanfran
  sanfrancisco santaclaus sapphire sarcasm sasuke satellite satisfaction saturday saturn sausage savage savior
  saxophone scandal scarecrow scarface scarlet scheisse schnecke schnuffel school schooner schwarz science scissors
  scooby scoobydo scoobydoo scooter scorpio scorpion scorpions scotland scottish scouting scrabble scrapper scrappy
  scratch scream screamer screen screwdriver screwyou scruffy scuba scubadiver sculpture seabreeze seagull seahawks
  seahorse searching seashell seashore season secrets section secure security seduction seminole seminoles semperfi
  senator senators sensation sensitive sentinel september serenity sergeant serious serpent servant server service
  seventeen seventh seventy sexbomb sexgod sexkitten sexmachine sexsex sexsexsex sextoy sexual sexybabe sexybaby
  sexybeast sexybitch sexyboy sexygirl sexylady sexymama sexyman sexyme sexysexy shadow shadows shaggy shakespeare
  shalom shampoo shamrock sharks sharpie shazam sheepdog shelby shelter sheriff sherlock sherman sherwood shinobi
  shitface shithead shitshit shocker shogun shooter shooters shooting shopping shortcake shortstop shorty shotgun
  showboat showtime shuttle sickness siemens sigmachi signature silence silent silentbob silicon sillygoose silver
  silverado silverfox silverstar simple simpleplan simplicity simpson simpsons sinister sinner sister sisters sithlord
  sixpack sixteen sixtynine skateboard skateboarding skater skating skeeter skeleton skibum skidoo skiing skillet
  skinhead skinny skipper skippy skittles skorpion skyblue skydive skydiver skyhawk skylark skyline skyrim skywalker
  slacker slammer slapshot slater slaughter slayer sleeping sleepy slick slider slimjim slimshady slipknot slippery
  sloppy slowpoke slugger smackdown smallville smartass smashing smeghead smelly smile smiles smiley smileyface
  smirnoff smitty smokeweed smokey smokie smooch smooth smoothie smother smurfs snakebite snapper snapple sneakers
  snickers sniffles sniper snowball snowboard snowboarding snowdrop snowfall snowflake snowman snowwhite snowy
  snuffles snuffy snuggles soccerball socialist socrates softail software solaris soldier soleil solidsnake solitaire
  solitude solution somebody someday someone something sometimes somewhere songbird sonics sonyericsson sonyvaio
  sooners soprano sopranos sorcerer sorrow soulfly soulmate soulmates sound soundgarden southbeach southern southpark
  southpaw southside souvenir sovereign spacebar spaceman spaceship spaghetti spanish spanker spanking spanky sparkle
  sparkles sparky sparrow spartan spartans special specialist spectrum speed speedo speedracer speedster speedway
  speedy sphinx spider spiders spiderweb spirit spiritual spitfire splash splinter spoiled sponge spongebob spooky
  sports sportster spotlight spring springer springfield springtime sprinter sprocket spunky spyder squadron squirrel
  squirt stalker stallion standard standing stanford starbuck starbucks starburst starcraft stardust starfighter
  starfire starfish stargate stargazer starless starlight starship starter startrek static station statistics statue
  stealth steaming steaua steelers steelhead steely stereo sterling sticker sticky stigmata stiletto stinger stingray
  stinker stinky stitches stockings stockton stonecold stoned stoner stones stonewall storage stormy straight strange
  stranger strangle strat strategy stratus strawberries strawberry street streetball streets strength stretch strike
  striker string stripper strong stronger struggle stubborn student students studio studly stuff stumpy stupid sublime
  submarine suburban success successful sucker suckit suckme sucks sugarbear sugarplum suicide sullivan sultan summer
  summertime sunbeam sundance sunday sundevil sunflower sunflowers sunlight sunnyday sunrise sunset super superbowl
  superboy superdog superfly supergirl superhero superior supermario supermen supernatural supernova superpower
  supersonic superstar support supra supreme surfboard surfer surfing surgery surprise survivor suzuki swallow
  sweetheart sweetie sweetiepie sweetlove sweetness sweetpea sweets sweety swimmer swimming switch switched sword
  swordfish symphony synergy synthesis syracuse system syzygy tacobell tactical tadpole taekwondo tailgate takethat
  talented tamagotchi tampabay tangerine tanker tarantula target tarheel tarheels tarzan tattoo tattoos taurus taylor
  teacher teamwork teardrop teardrops technical technics techno technology teddybear teenager tekken telecaster
  telecom telefon telefone telephone television temp tempest temple temporal temptation tempus tenerife tennessee
  tennis tequila terminal terminator terminus terrapin terrible terrier terrific territory terrorist testme testpass
  testtest testuser texasranger textile thankful thankgod thanks thankyou thebeast thebeatles thebest theboss theboys
  thecat theclash thecrow thecure thedark thedead thedog thedoors thedude theend theforce thegame thegod thegreat
  theking thelma theman themaster thematrix themoon thenorth theone theonly theory therapist therapy therock thesame
  thesims thestorm thesun thething thetruth thewall thewho theworld thinking thinkpad thirteen thisisit thisisme
  thisismypassword thizz thomas thousand threesome thriller throne thuglife thugs thunder thunderbird thunderbolt
  thundercat thursday ticket tickle tickles tictac tigerlily tigerman tigers tigerwoods tigger tightend tigress
  timberland timberwolf timeless timelord timeout timetime timewarp tinker tinkerbell tinkle tinman tinydog titanic
  titanium titans titleist toaster tobacco together toiletpaper tokiohotel tolerance tolkien tomahawk tomandjerry
  tomato tomatoes tomboy tomcat tomcruise tommyboy tomorrow tomtom tonight toonami toonarmy toontown toosexy tootsie
  topcat topdog topgun topless topper topsecret topspin tornado torpedo torrents tortoise torture total tottenham
  touchdown toughguy tournament tower towers township toyota toystory trackstar tractor trader traffic trailer trainer
  training traitor tranquil transam transfer transform transformer transformers transport trapper traveler traveling
  travels treasure treasures treefrog treehouse treetop trekker tremor triangle tribal tribute trickster trident
  trigger trinity triple tripleh triplets triumph trivial trojan trojans trombone trooper tropical trouble trucker
  trucking trucks trueblue truelove trumpet trustgod trustme trustnoone truth tsunami tuesday tulips tundra turbo
  turkey turtle turtles tweety tweetybird twelve twenty twilight twinkle twinkles twisted twister twitch twitter
  twotimes tycoon typewriter ultima ultimate ultra ultraman ultraviolet umbrella unbelievable undead underground
  understand undertaker undertow underworld unforgiven unicorn unicorns uniform union unique united unity universal
  universe university unknown unlimited unlock unreal untouchable update upload uptown uranus usarmy username usmarine
  utopia vacation vagabond valencia valentin valentine valentines valhalla valiant valkyria valkyrie vampire vampires
  vanguard vanhalen vanilla vegeta vegetarian vegitto velocity velvet vendetta venezia vengeance venture venus veritas
  verizon vermont veronika versace versus vertical vertigo veteran victory video videos vietnam viking vikings village
  villain vintage violence violet violin viper virgin virginia virgo virtual virtue virus viruses vision visions
  visitor visual vitamin viva vodka volcano volcom voldemort volkswagen volley volleyball voltage voltron voodoo
  vortex voyager vulture waffles waheguru walker walking wallpaper walrus wanderer wanker wanted warcraft warehouse
  warhammer warhawk warlock warlord warning warrior warriors warszawa waterbed waterboy waterfall waterford waterloo
  waterman watermelon waterpolo waters watson wealth weather weaver webcam webdesign website wednesday weedman weekend
  weezer weiner welcomehome werewolf westcoast western westham westlife weston westside westwood whatever whatsup
  whatthe whatthefuck wheels whiplash whiskers whiskey whisky whisper whistler whiteboy whitecat whitehouse whitelion
  whiteman whiteout whiterose whitesnake whitesox whitetail whitetiger whitney whoami whocares whoknows wholesale
  whyme whynot wicked wildcard wildcat wildcats wildchild wildfire wildlife wildman wildthing wildwest wildwood
  windmill window windows windowsxp windsor windstar windsurf wingchun wingman wingnut wings winner winners winnie
  winniethepooh winning winter wireless wisdom wishbone witchcraft without wizard wizards woaini wolfgang wolfman
  wolfpack wolverine wolves woman women wonder wonderboy wonderful wonderland wonderwall wonderwoman woodland woodman
  woodstock woodwork woodworking woofer woofwoof wookie woowoo word wordpass wordperfect workhard working workout
  worldcup worldofwarcraft worldpeace worldwide woshishui wowwow wrangler wrestle wrestler wrestling writer wutang
  wwwwww xcountry xfiles xiaoming xxxxxx xxxxxxxx yamaha yankee yankees yardbird yellow yellowstone yessir yesterday
  yesyes yingyang yomama youandme young yourface yourmom yourmother yourname yourock youtube youyou yoyoyo yugioh
  yukon zanzibar zaqwsx zaqwsxcde zaqxsw zaxscdvf zebra zebras zeppelin zerocool zerozero zildjian zippo zodiac zombie
  zombies zoomzoom zorro zxcasd zxcasdqwe zxcvb zxcvfdsa zxcvzxcv zxczxc zzzzzz александр андрей зайка котенок максим
  марина светлана сергей солнышко
`
