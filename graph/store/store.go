// Package store keeps a graph of quads in a folder of its own: the back end
// that isnad uses unless told otherwise. It is a graph.QuadStore of Cayley's
// on the key-value store pebble.
//
// A Store has one writer at a time and any number of readers. Every change is
// one atomic batch, on disk before the call returns; a View reads the state
// that was last committed when it was taken, whatever is written meanwhile.
//
// Terms are kept exactly as they were written, "007" apart from "7". Queries
// compare literals of XSD's numeric, boolean and dateTime types by value, and
// find all spellings of a value; View.Quads gives back what was written.
package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// Errors that callers may tell apart with errors.Is.
var (
	ErrNotExist = errors.New("no graph")
	ErrInUse    = errors.New("graph is open already, here or in another process")
	ErrVersion  = errors.New("graph has another format")
	ErrReadOnly = errors.New("graph is read-only")
	ErrClosed   = errors.New("graph is closed")

	errNoTerm = errors.New("no such term")
)

// Options says how a graph is opened.
type Options struct {
	ReadOnly bool // refuse to write; the folder is locked all the same
	Create   bool // make the folder and an empty graph where there is none
}

// Store is a graph in a folder or in memory. Its methods are safe for
// concurrent use. As a graph.QuadStore it reads what is committed at the time
// of each call; queries are better run on a View.
type Store struct {
	*reader
	db       *pebble.DB
	lock     *pebble.Lock // nil in memory
	readOnly bool

	write sync.Mutex // held by the writer
	next  id         // the next id to give; guarded by write

	life  sync.Mutex         // guards views
	views map[*View]struct{} // nil once the store is closed
}

// Open opens the graph in the folder dir. Without Create it returns an error
// that wraps ErrNotExist if there is none. The error wraps ErrInUse if the
// folder is open already, here or in another process, and ErrVersion if its
// graph has a format this package does not know.
func Open(dir string, opts Options) (*Store, error) {
	s, err := openFolder(dir, opts)
	if err != nil {
		return nil, fmt.Errorf("open graph %s: %w", dir, err)
	}
	return s, nil
}

func openFolder(dir string, opts Options) (*Store, error) {
	create := opts.Create && !opts.ReadOnly
	if create {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return nil, err
		}
	}
	dir, err := realPath(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, ErrNotExist
	}
	if err != nil {
		return nil, err
	}
	found, err := pebble.Peek(dir, vfs.Default)
	if err != nil {
		return nil, err
	}
	if !found.Exists && !create {
		return nil, ErrNotExist
	}
	lock, err := pebble.LockDirectory(dir, vfs.Default)
	if err != nil {
		if file := new(os.PathError); errors.As(err, &file) && !errors.Is(err, syscall.EAGAIN) {
			return nil, err // the lock file itself cannot be had
		}
		return nil, ErrInUse
	}
	o := settings(vfs.Default)
	o.Lock = lock
	o.ReadOnly = opts.ReadOnly
	s, err := open(dir, o, create)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	s.lock = lock
	return s, nil
}

// realPath returns the one path of a folder: within a process, the lock tells
// folders apart by their paths.
func realPath(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(dir)
}

// OpenMemory opens an empty graph that is kept in memory only.
func OpenMemory() (*Store, error) {
	s, err := open("", settings(vfs.NewMem()), true)
	if err != nil {
		return nil, fmt.Errorf("open graph in memory: %w", err)
	}
	return s, nil
}

// settings are pebble's, for a store that opens fast and stays small: the
// write-ahead log that is replayed after a crash is no longer than a memtable.
func settings(fs vfs.FS) *pebble.Options {
	o := &pebble.Options{
		FS:                          fs,
		FormatMajorVersion:          pebble.FormatColumnarBlocks,
		CacheSize:                   16 << 20,
		MemTableSize:                4 << 20,
		MemTableStopWritesThreshold: 4,
		MaxOpenFiles:                256,
		Logger:                      silent{},
	}
	for i := range o.Levels {
		o.Levels[i].IndexBlockSize = 256 << 10 // a second level of index costs seeks
	}
	return o
}

// silent drops pebble's messages: what goes wrong is returned as an error.
type silent struct{}

func (silent) Infof(string, ...any)  {}
func (silent) Errorf(string, ...any) {}

// Fatalf is called when the store cannot go on, as after a failed fsync.
func (silent) Fatalf(format string, args ...any) {
	panic("graph store: " + fmt.Sprintf(format, args...))
}

func open(dir string, o *pebble.Options, create bool) (*Store, error) {
	db, err := pebble.Open(dir, o)
	if err != nil {
		return nil, err
	}
	s := &Store{
		reader:   newReader(db, db, new(names)),
		db:       db,
		readOnly: o.ReadOnly,
		views:    make(map[*View]struct{}),
	}
	if err := s.begin(create); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

// begin checks the format, or writes it if there is nothing yet.
func (s *Store) begin(create bool) error {
	found, ok, err := s.get(keyFormat)
	if err != nil {
		return err
	}
	if !ok {
		// Either pebble was stopped before the graph was begun, or this is
		// another program's store.
		empty, err := s.empty()
		if err != nil {
			return err
		}
		if !empty {
			return fmt.Errorf("%w: not an isnad graph", ErrVersion)
		}
		if !create {
			return ErrNotExist
		}
		if err := s.db.Set(keyFormat, []byte(format), pebble.Sync); err != nil {
			return err
		}
		found = []byte(format)
	}
	if string(found) != format {
		return fmt.Errorf("%w: %q, want %q", ErrVersion, found, format)
	}
	st, err := s.state()
	s.next = st.next
	return err
}

func (s *Store) empty() (bool, error) {
	it, err := s.db.NewIter(nil)
	if err != nil {
		return false, err
	}
	empty := !it.First()
	return empty, it.Close()
}

func (s *Store) ended() bool {
	s.life.Lock()
	defer s.life.Unlock()
	return s.views == nil
}

// Close closes the views that are still open, and the graph.
func (s *Store) Close() error {
	s.write.Lock() // the writer is done
	defer s.write.Unlock()
	s.life.Lock()
	defer s.life.Unlock()
	if s.views == nil {
		return nil
	}
	var errs []error
	for v := range s.views {
		errs = append(errs, v.end())
	}
	s.views = nil
	errs = append(errs, s.reader.close())
	if !s.readOnly && s.lock != nil {
		errs = append(errs, s.db.Flush()) // or the next Open replays the log
	}
	errs = append(errs, s.db.Close())
	if s.lock != nil {
		errs = append(errs, s.lock.Close())
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("close graph: %w", err)
	}
	return nil
}
